import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Exits } from './lifecycleService';

/** How long a renderer may take to close before its window is taken down, in milliseconds. */
const closingLimit = 2_000;

export interface ElectronExitsOptions {
  readonly windows: () => readonly BrowserWindow[];
  readonly isRendererAnswering: () => boolean;
  readonly reload: () => void;
  readonly signOut: () => Promise<void>;
  /** Starts the installer, which replaces the app's files at once; false if it has not. */
  readonly installUpdate: () => boolean;
}

/** The exits of the real app. Nothing else in the project quits, destroys or reloads; lint sees to it. */
export const createElectronExits = ({
  windows,
  isRendererAnswering,
  reload,
  signOut,
  installUpdate,
}: ElectronExitsOptions): Exits => {
  const takeDown = () => {
    for (const window of windows()) if (!window.isDestroyed()) window.destroy();
  };
  // Chromium waits for a page before it closes its window: one that hangs would hold the whole exit.
  const takeDownWhatHangs = () => {
    if (isRendererAnswering()) setTimeout(takeDown, closingLimit).unref();
    else takeDown();
  };
  return {
    quit() {
      takeDownWhatHangs();
      app.quit();
    },
    reload,
    signOut,
    installUpdate() {
      // An AppImage starts the new version while this one still runs: it must not take itself for a second instance.
      app.releaseSingleInstanceLock();
      const isInstalling = installUpdate();
      // The updater quits the app by itself, in its own time.
      if (isInstalling) setTimeout(takeDownWhatHangs, closingLimit).unref();
      else app.requestSingleInstanceLock();
      return isInstalling;
    },
  };
};
