import { BrowserWindow } from 'electron';
import type { Language } from '../../../shared/state/settings';
import { pageOrigin } from './pageAddress';

export interface MainWindowOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  /** Absolute path of the window's icon. */
  readonly icon: string;
  readonly isDark: boolean;
  readonly page: FirstPage;
}

/** The page whose markup paints before any script: the login, or the empty shell where there was a session. */
export interface FirstPage {
  readonly kind: 'login' | 'shell';
  readonly language: Language;
}

const firstPageAddress = ({ kind, language }: FirstPage): string => `${pageOrigin}/${kind}.${language}.html`;

/** Opens the window and starts loading its page. */
export const openMainWindow = ({ preload, icon, isDark, page }: MainWindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    title: 'Smartspace',
    icon,
    autoHideMenuBar: true,
    // The canvas of renderer/ui/tokens.css: what shows before the first paint.
    backgroundColor: isDark ? '#0F1115' : '#F6F7F9',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // Timers and the event stream's mirrors must be right when the window comes back to the front.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  loadFirstPage(window, page);
  return window;
};

/** Loads a page as at the start: its markup first, its scripts after. */
export const loadFirstPage = (window: BrowserWindow, page: FirstPage): void => {
  // A load that is overtaken by the next one rejects; failures show as `did-fail-load`.
  window.loadURL(firstPageAddress(page)).catch(() => undefined);
};

export const showWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
