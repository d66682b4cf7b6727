import type { QueueState } from '../../../shared/platform/queues';
import { elapsedSeconds } from '../../../shared/rules/clock';

/** How long a pause has lasted against its limit, in whole seconds. `overBySeconds` is null while within it. */
export interface PauseClock {
  readonly seconds: number;
  readonly limitSeconds: number | null;
  readonly overBySeconds: number | null;
}

/** Reads a pause against its reason's limit; times as in `elapsedSeconds`. */
export const readPauseClock = (
  state: Extract<QueueState, { kind: 'paused' }>,
  localNow: number,
  clockOffset: number,
): PauseClock => {
  const seconds = elapsedSeconds(state.since, localNow, clockOffset);
  const { limitSeconds } = state.reason;
  const isOver = limitSeconds !== null && seconds > limitSeconds;
  return { seconds, limitSeconds, overBySeconds: isOver ? seconds - limitSeconds : null };
};
