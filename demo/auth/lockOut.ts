import { minute } from '../base/instants';

/** Wrong passwords in a row for one e-mail, and until when it is locked, in milliseconds by the platform's clock. */
export interface FailedLogins {
  readonly count: number;
  readonly lastAt: number;
  readonly lockedUntil: number | null;
}

export const allowedFailures = 5;
export const lockOutDuration = 15 * minute;

export const noFailedLogins: FailedLogins = { count: 0, lastAt: 0, lockedUntil: null };

/** Until when logging in is locked, or null. */
export const lockedUntil = (failed: FailedLogins, now: number): number | null =>
  failed.lockedUntil !== null && failed.lockedUntil > now ? failed.lockedUntil : null;

/** One more wrong password. The count starts anew after a lock-out, and when the last failure is long ago. */
export const addFailure = (failed: FailedLogins, now: number): FailedLogins => {
  const isForgotten = failed.lockedUntil !== null || now - failed.lastAt > lockOutDuration;
  const count = isForgotten ? 1 : failed.count + 1;
  return { count, lastAt: now, lockedUntil: count >= allowedFailures ? now + lockOutDuration : null };
};
