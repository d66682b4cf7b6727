import type { BrowserWindow } from 'electron';

/** Takes down a window of somebody else's pages: whether it goes is not theirs to say. */
export const takeDown = (window: BrowserWindow): void => {
  if (!window.isDestroyed()) window.destroy();
};
