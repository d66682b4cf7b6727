import type { BrowserWindow } from 'electron';
import type { Clock } from '../base/clock';
import type { LifecycleService } from '../lifecycle/lifecycleService';
import type { Logger } from '../logging/logger';
import { mayLoadAnew } from './crashLoop';

export interface WindowRecoveryOptions {
  readonly window: BrowserWindow;
  readonly lifecycle: LifecycleService;
  readonly clock: Pick<Clock, 'now' | 'schedule'>;
  readonly logger: Logger;
}

/** How long a page may go on hanging once Chromium, which itself has waited, calls it hung; in milliseconds. */
const hangLimit = 5_000;

/** Loads the page anew when its process is gone, or hangs for good: main still has everything that was on it. */
export const recoverWindow = ({ window, lifecycle, clock, logger }: WindowRecoveryOptions): void => {
  const recoveries: number[] = [];
  let callOff = (): void => undefined;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    callOff();
    const mayRecover = mayLoadAnew(recoveries, clock.now());
    logger.error('the interface is gone', { reason, exitCode, mayRecover });
    if (!mayRecover || lifecycle.isGone) return;
    recoveries.push(clock.now());
    void lifecycle.requestLeave('reload');
  });
  window.webContents.on('unresponsive', () => {
    logger.warn('the interface hangs');
    callOff();
    callOff = clock.schedule(hangLimit, () => {
      logger.error('the interface goes on hanging and is loaded anew');
      // Ends its process: what is above loads the page.
      if (!lifecycle.isGone) void lifecycle.requestLeave('reload');
    });
  });
  window.webContents.on('responsive', () => {
    logger.info('the interface answers again');
    callOff();
  });
};
