import type { Result } from '../../../shared/state/problem';
import type { LeaveRefusal } from '../../../shared/state/leaving';
import type { BeforeLeave } from './lifecycleService';

export interface SignOutVetoOptions {
  /** Logs out of every queue and ends the session at the platform. */
  readonly signOutAtPlatform: () => Promise<Result<undefined>>;
  /** Called when the platform knows of attendances in progress that this app does not. */
  readonly readAgain: () => void;
}

/**
 * The last to be asked on signing out: the platform itself, which refuses while attendances are in progress. Signing
 * out without its word is no signing out, since the queues would go on offering.
 */
export const createSignOutVeto =
  ({ signOutAtPlatform, readAgain }: SignOutVetoOptions): BeforeLeave =>
  async (reason): Promise<LeaveRefusal | null> => {
    if (reason !== 'sign-out') return null;
    const answer = await signOutAtPlatform();
    if (answer.ok) return null;
    const { problem } = answer;
    if (problem.kind !== 'attendances-in-progress' || problem.holding.length === 0) return { kind: 'problem', problem };
    readAgain();
    return { kind: 'attendances', holding: problem.holding, canLeaveAnyway: false };
  };
