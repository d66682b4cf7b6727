import type { BrowserWindow } from 'electron';
import type { Clock } from '../base/clock';
import type { LifecycleService } from '../lifecycle/lifecycleService';
import type { Logger } from '../logging/logger';
import { mayLoadAnew } from './crashLoop';

export interface WindowRecoveryOptions {
  readonly window: BrowserWindow;
  readonly lifecycle: LifecycleService;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

/** Loads the page anew when its process is gone: main still has everything that was on it. */
export const recoverWindow = ({ window, lifecycle, clock, logger }: WindowRecoveryOptions): void => {
  const recoveries: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const mayRecover = mayLoadAnew(recoveries, clock.now());
    logger.error('the interface is gone', { reason, exitCode, mayRecover });
    if (!mayRecover || lifecycle.isGone) return;
    recoveries.push(clock.now());
    void lifecycle.requestLeave('reload');
  });
};
