import type { PlatformProblem } from '../../shared/platform/problems';

/** The HTTP status each problem is answered with. */
export const problemStatus: Readonly<Record<PlatformProblem['code'], number>> = {
  'invalid-request': 400,
  'invalid-credentials': 401,
  'invalid-token': 401,
  'refresh-refused': 401,
  'microsoft-refused': 401,
  forbidden: 403,
  'not-found': 404,
  'attendances-in-progress': 409,
  'offer-gone': 409,
  'at-capacity': 409,
  'already-finished': 409,
  'not-logged-in': 409,
  'too-large': 413,
  'password-policy': 422,
  'reset-link-refused': 422,
  'account-locked': 423,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};

/** Problems any operation may answer with, beside those its contract lists. */
export const commonProblems: readonly PlatformProblem['code'][] = [
  'invalid-request',
  'invalid-token',
  'too-large',
  'too-many-requests',
  'internal',
  'unavailable',
];

/** When a problem says to try again, by the platform's clock, or null. */
export const retryInstant = (problem: PlatformProblem): string | null => {
  if (problem.code === 'account-locked') return problem.until;
  return problem.code === 'too-many-requests' ? problem.retryAt : null;
};
