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
}

/** The exits of the real app. Nothing else in the project quits, destroys or reloads; lint sees to it. */
export const createElectronExits = ({
  windows,
  isRendererAnswering,
  reload,
  signOut,
}: ElectronExitsOptions): Exits => ({
  quit() {
    const takeDown = () => {
      for (const window of windows()) if (!window.isDestroyed()) window.destroy();
    };
    // Chromium waits for a page before it closes its window: one that hangs would hold the whole exit.
    if (isRendererAnswering()) setTimeout(takeDown, closingLimit).unref();
    else takeDown();
    app.quit();
  },
  reload,
  signOut,
  installUpdate() {
    throw new Error('There is no updater in this version');
  },
});
