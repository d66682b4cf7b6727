import { app, crashReporter } from 'electron';
import type { Clock } from '../base/clock';
import type { Logger } from '../logging/logger';
import { areDumpsWanted, removeOldDumps } from './crashDumps';

/**
 * Tells the log of processes that die. Electron starts those for graphics and for the network anew by itself; a page is
 * the matter of `recoverWindow`.
 *
 * A dump of the process is left only where somebody has asked for it on this computer, and is never sent: it holds what
 * the process had in hand, and that may be a customer's words.
 */
export const watchCrashes = (clock: Pick<Clock, 'now'>, logger: Logger): void => {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name = '' }) => {
    logger.warn('a process of the app is gone', { type, reason, exitCode, name });
  });
  const areWanted = areDumpsWanted(process.env['SMARTSPACE_CRASH_DUMPS']);
  if (areWanted) {
    crashReporter.start({ uploadToServer: false });
    logger.warn('crashes leave dumps on this computer, which may hold what is on the screen');
  }
  void removeOldDumps({ folder: app.getPath('crashDumps'), areWanted, now: clock.now(), logger });
};
