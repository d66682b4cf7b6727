import type { UpdateWait } from '../../../shared/state/update';
import type { NetworkCost } from './networkCost';
import { isNewerVersion } from './version';

/** All that the decisions on updates rest on. */
export interface UpdateFacts {
  readonly hasAttendances: boolean;
  readonly isInQueues: boolean;
  /** The app is being left, for whatever reason, or the system is shutting down. */
  readonly isLeaving: boolean;
}

/** When the first check is, after the start, and the least and the most between two, in milliseconds. */
export const firstCheckAfter = 30_000;
export const shortestPause = 30 * 60_000;
export const longestPause = 60 * 60_000;

/**
 * How long until the next check. A random moment in the second half of the hour: the desks of a company that all start
 * at eight don't all ask at nine.
 *
 * @param random from 0 up to, but not, 1
 */
export const pauseUntilNextCheck = (random: number): number =>
  shortestPause + Math.floor(random * (longestPause - shortestPause));

/** Asking the feed is a few hundred bytes: it goes on during attendances and on a metered network. */
export const mayCheck = (facts: UpdateFacts): boolean => !facts.isLeaving;

/** Whether a version on offer is one to take. Never the same again, never an older one, whatever the feed says. */
export const isWorthTaking = (offered: string, current: string): boolean => isNewerVersion(offered, current);

/**
 * What a download has to wait for, or null: it may start. One that has started goes on.
 *
 * @param isAskedFor the agent wants it on this network, whatever it costs
 */
export const downloadWaitsFor = (facts: UpdateFacts, cost: NetworkCost, isAskedFor: boolean): UpdateWait | null => {
  if (facts.isLeaving) return 'leaving';
  if (facts.hasAttendances) return 'attendances';
  // Where the system does not say what the network costs, it is taken for free: else nothing would ever arrive.
  return cost === 'metered' && !isAskedFor ? 'metered' : null;
};

/** Whether an update that has just become ready is offered at once: at the start, or between attendances. */
export const isOfferedAtFirst = (facts: UpdateFacts): boolean => !facts.hasAttendances && !facts.isLeaving;

/**
 * Whether an update that is ready is offered after something has changed. An attendance takes the offer away; the end
 * of the last one, and leaving the queues, bring it back, also after "later".
 */
export const isOfferedNext = (isOffered: boolean, before: UpdateFacts, now: UpdateFacts): boolean => {
  if (now.hasAttendances || now.isLeaving) return false;
  const hasFinishedLast = before.hasAttendances;
  const hasLeftQueues = before.isInQueues && !now.isInQueues;
  const isBack = before.isLeaving;
  return isOffered || hasFinishedLast || hasLeftQueues || isBack;
};

/** The last look before the installer starts: nothing in progress, and nobody shutting down. */
export const mayInstall = (facts: Pick<UpdateFacts, 'hasAttendances'>, isShuttingDown: boolean): boolean =>
  !facts.hasAttendances && !isShuttingDown;
