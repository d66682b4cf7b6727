import type { Problem } from '../../../shared/state/problem';
import { assertNever } from '../../../shared/rules/assertNever';

/** Whether the same request can succeed later without anybody changing it: the platform has not judged it yet. */
export const isTemporary = (problem: Problem): boolean => {
  switch (problem.kind) {
    case 'no-network':
    case 'certificate-not-trusted':
    case 'platform-down':
    case 'too-many-tries':
    case 'session-ended':
      return true;
    case 'refused':
      return problem.code === 'invalid-token';
    case 'answer-not-understood':
    case 'wrong-password':
    case 'reset-link-refused':
    case 'password-policy':
    case 'microsoft-sign-in':
    case 'account-locked':
    case 'attendances-in-progress':
    case 'offer-gone':
    case 'at-capacity':
    case 'already-finished':
    case 'unexpected':
      return false;
    default:
      return assertNever(problem);
  }
};
