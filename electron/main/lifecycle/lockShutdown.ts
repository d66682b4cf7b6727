import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { Observable } from '../base/observable';
import type { Logger } from '../logging/logger';
import { needsShutdownLock } from './exitPlan';
import type { System } from './exitPlan';
import type { ShutdownLock } from './shutdownLock';

export interface LockShutdownOptions {
  readonly system: System;
  /** Changes whenever `holding` may have changed. */
  readonly changes: Pick<Observable<unknown>, 'onDidChange'>;
  readonly holding: () => readonly HoldingAttendance[];
  /** Why the computer may not shut down, in the agent's language. */
  readonly why: () => string;
  /** Where the lock comes from; in place of logind, for tests. */
  readonly createLock?: () => Promise<Pick<ShutdownLock, 'hold' | 'release'>>;
  readonly logger: Logger;
}

/** Keeps the system from shutting down while attendances are in progress, where it has to be told beforehand. */
export const lockShutdown = (options: LockShutdownOptions): void => {
  const { system, changes, holding, why, logger } = options;
  const { createLock = () => loadLock(logger) } = options;
  // Loaded with the first attendance: nobody who starts the app waits for it.
  let lock: ReturnType<typeof createLock> | null = null;
  const follow = () => {
    const isNeeded = () => needsShutdownLock(system, { holding: holding() });
    if (lock === null && !isNeeded()) return;
    lock ??= createLock();
    void lock.then((loaded) => {
      if (isNeeded()) loaded.hold({ who: 'Smartspace', why: why() });
      else loaded.release();
    });
  };
  changes.onDidChange(follow);
  follow();
};

const loadLock = async (logger: Logger): Promise<ShutdownLock> => {
  const { ShutdownLock, takeLogindLock } = await import('./shutdownLock');
  return new ShutdownLock({ take: takeLogindLock, logger });
};
