import type { BrowserWindow } from 'electron';
import type { RendererHealth } from './leaveDecision';

export interface PageReloadOptions {
  readonly window: BrowserWindow;
  readonly rendererHealth: () => RendererHealth;
  /** Loads the page that fits where things stand now. */
  readonly loadPage: () => void;
}

export interface PageReload {
  readonly reload: () => void;
  /** For a page that has fallen silent, whether or not Chromium calls it hung yet. */
  readonly reloadSilent: () => void;
}

/**
 * Loads the page anew. One that hangs never lets go of its process, so that nothing can be loaded into it: its process
 * is ended, and `recoverWindow` loads the page into the next one.
 */
export const createPageReload = ({ window, rendererHealth, loadPage }: PageReloadOptions): PageReload => {
  const endProcess = () => {
    window.webContents.forcefullyCrashRenderer();
  };
  return {
    reload: () => {
      if (rendererHealth() === 'hung') endProcess();
      else loadPage();
    },
    reloadSilent: () => {
      if (rendererHealth() === 'dead') loadPage();
      else endProcess();
    },
  };
};
