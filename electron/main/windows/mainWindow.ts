import { BrowserWindow } from 'electron';
import { firstPageAddress } from './firstPage';
import type { FirstPageFacts } from './firstPage';
import { minimumSize, usualSize } from './windowBounds';
import type { WindowPlace } from './windowPlaces';

export interface MainWindowOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  readonly isDark: boolean;
  readonly firstPage: FirstPageFacts;
  /** Where it was; null: in the middle, in its usual size. */
  readonly place: Pick<WindowPlace, 'bounds' | 'isMaximised'> | null;
}

/** Opens the window and starts loading its page. */
export const openMainWindow = ({ preload, isDark, firstPage, place }: MainWindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    ...(place?.bounds ?? usualSize),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    // Shown by being maximised: nobody sees it in its other size first.
    show: place?.isMaximised !== true,
    title: 'Smartspace',
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
  if (place?.isMaximised === true) window.maximize();
  loadFirstPage(window, firstPage);
  return window;
};

/** Loads a page as at the start: its markup first, its scripts after. */
export const loadFirstPage = (window: BrowserWindow, facts: FirstPageFacts): void => {
  // A load that is overtaken by the next one rejects; failures show as `did-fail-load`.
  window.loadURL(firstPageAddress(facts)).catch(() => undefined);
};

export const showWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
