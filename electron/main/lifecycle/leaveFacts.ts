import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { SessionState } from '../../../shared/state/session';
import type { ReachabilityState } from '../platform/reachability';
import type { LeaveFacts, RendererHealth } from './leaveDecision';

export interface LeaveFactSources {
  readonly holding: readonly HoldingAttendance[];
  readonly renderer: RendererHealth;
  readonly reachability: ReachabilityState;
  /** The session, and since when it has been in this state (this computer's clock, milliseconds since 1970). */
  readonly session: SessionState['kind'];
  readonly sessionSince: number;
  readonly now: number;
  /** What the policies of this computer say. */
  readonly mayLeaveAnyway: boolean;
}

/**
 * Gathers what the leave decision rests on. A session that the platform no longer accepts counts as being without the
 * platform: its agent can finish nothing, either.
 */
export const leaveFacts = (sources: LeaveFactSources): LeaveFacts => {
  const { holding, renderer, reachability, session, sessionSince, now } = sources;
  const since = [
    ...(reachability.kind === 'unreachable' ? [reachability.since] : []),
    ...(session === 'expired' ? [sessionSince] : []),
  ];
  return {
    holding,
    renderer,
    withoutPlatformFor: since.length === 0 ? null : Math.max(0, now - Math.min(...since)),
    mayLeaveAnyway: sources.mayLeaveAnyway,
    isCritical: false,
  };
};
