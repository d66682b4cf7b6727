import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { LeaveReason } from '../../../shared/state/leaving';
import { assertNever } from '../../../shared/rules/assertNever';

/** How long an agent is held without the platform before closing and quitting may be forced, in milliseconds. */
export const leaveAnywayAfter = 120_000;

/** What the window's renderer is good for. `hung` and `dead` come from Chromium, never from the renderer itself. */
export type RendererHealth = 'answering' | 'hung' | 'dead';

/** All that the decision rests on, gathered in main and at hand without waiting. */
export interface LeaveFacts {
  /** The last known attendances in progress: while the platform is away, they decide. */
  readonly holding: readonly HoldingAttendance[];
  readonly renderer: RendererHealth;
  /** For how long the platform has been out of reach or has not accepted our session, in milliseconds; else null. */
  readonly withoutPlatformFor: number | null;
  /** A managed policy can take "leave anyway" away. */
  readonly mayLeaveAnyway: boolean;
  /** Windows marks a shutdown that must not be delayed. */
  readonly isCritical: boolean;
}

export type LeaveDecision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'refuse'; readonly holding: readonly HoldingAttendance[]; readonly canLeaveAnyway: boolean };

const allow: LeaveDecision = { kind: 'allow' };

/** After two minutes without the platform, closing and quitting can be forced; logging out never. */
const canLeaveAnyway = (reason: LeaveReason, facts: LeaveFacts): boolean =>
  (reason === 'close-window' || reason === 'quit') &&
  facts.mayLeaveAnyway &&
  facts.withoutPlatformFor !== null &&
  facts.withoutPlatformFor >= leaveAnywayAfter;

/** Whether attendances in progress stand in this way out. */
const isHeld = (reason: LeaveReason, facts: LeaveFacts): boolean => {
  switch (reason) {
    case 'close-window':
    case 'quit':
    case 'sign-out':
    case 'install-update':
      return true;
    case 'reload':
      // A healthy page has text in it that a reload would lose; one that hangs or is gone has only to gain.
      return facts.renderer === 'answering';
    case 'session-end':
      return !facts.isCritical;
    default:
      return assertNever(reason);
  }
};

/** The one rule for every way out. Pure and synchronous: `close` and Windows' shutdown can't wait for an answer. */
export const decideLeave = (reason: LeaveReason, facts: LeaveFacts): LeaveDecision =>
  facts.holding.length === 0 || !isHeld(reason, facts)
    ? allow
    : { kind: 'refuse', holding: facts.holding, canLeaveAnyway: canLeaveAnyway(reason, facts) };
