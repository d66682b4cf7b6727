import type { WebContents } from 'electron';
import { paintedChannel } from '../../../shared/ipc/painted';

/** How long a first paint is waited for, in milliseconds: a page that fails to load never paints. */
const paintLimit = 1_000;

/**
 * Resolves once the page has painted, or should have. Electron's own `ready-to-show` never comes for a window that is
 * on the screen from the start. Nothing rests on who says it: it only ends a wait.
 */
export const whenPainted = (contents: WebContents): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, paintLimit);
    contents.ipc.once(paintedChannel, () => {
      clearTimeout(timer);
      resolve();
    });
  });
