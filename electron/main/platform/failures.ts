import { platformProblemSchema, type PlatformProblem } from '../../../shared/platform/problems';
import { assertNever } from '../../../shared/rules/assertNever';
import type { Problem } from '../../../shared/state/problem';
import { networkFailureOf } from './networkFailures';

/** What a call came to where it did not succeed. */
export type Failure =
  /** Nothing came back, or not all of it; `error` is whatever the transport threw. */
  | { readonly kind: 'no-answer'; readonly error: unknown; readonly host: string }
  /** The platform answered with an error status; `body` as it came, not parsed by any schema. */
  | {
      readonly kind: 'answer';
      readonly operation: string;
      readonly status: number;
      readonly body: unknown;
      readonly retryAfter: string | null;
      /** Milliseconds since 1970 by the platform's clock, for a `Retry-After` in seconds. */
      readonly platformNow: number;
    };

/** Where the platform gives no time to wait with a 429 or 423, this many milliseconds are told. */
const defaultWait = 60_000;

/** Turns whatever went wrong with a call into the one problem the interface tells. */
export const mapFailure = (failure: Failure): Problem => {
  switch (failure.kind) {
    case 'no-answer':
      return networkFailureOf(failure.error, failure.host);
    case 'answer': {
      const parsed = platformProblemSchema.safeParse(failure.body);
      return parsed.success ? mapPlatformProblem(parsed.data, failure.status) : mapBareStatus(failure);
    }
    default:
      return assertNever(failure);
  }
};

const mapPlatformProblem = (problem: PlatformProblem, status: number): Problem => {
  switch (problem.code) {
    case 'invalid-credentials':
      return { kind: 'wrong-password' };
    case 'account-locked':
      return { kind: 'account-locked', until: problem.until };
    case 'too-many-requests':
      return { kind: 'too-many-tries', retryAt: problem.retryAt };
    case 'refresh-refused':
      return { kind: 'session-ended', reason: problem.reason };
    case 'microsoft-refused':
      return {
        kind: 'microsoft-sign-in',
        failure: problem.reason === 'token' ? 'token-refused' : 'unknown-account',
        detail: `${problem.code}: ${problem.reason}`,
      };
    case 'reset-link-refused':
      return { kind: 'reset-link-refused', reason: problem.reason };
    case 'password-policy':
      return { kind: 'password-policy', unmet: problem.unmet };
    case 'attendances-in-progress':
      return { kind: 'attendances-in-progress', holding: problem.attendances };
    case 'offer-gone':
    case 'at-capacity':
    case 'already-finished':
      return { kind: problem.code };
    case 'internal':
    case 'unavailable':
      return { kind: 'platform-down', status };
    case 'invalid-request':
    case 'invalid-token':
    case 'forbidden':
    case 'not-found':
    case 'not-logged-in':
    case 'too-large':
      return { kind: 'refused', code: problem.code };
    default:
      return assertNever(problem);
  }
};

/** An error without a body of the contract: made by a gateway or a proxy in between, or by a platform that is ill. */
const mapBareStatus = (failure: Extract<Failure, { kind: 'answer' }>): Problem => {
  const { operation, status, retryAfter, platformNow } = failure;
  if (status >= 500) return { kind: 'platform-down', status };
  if (status === 429) return { kind: 'too-many-tries', retryAt: parseRetryAfter(retryAfter, platformNow) };
  if (status === 423) return { kind: 'account-locked', until: parseRetryAfter(retryAfter, platformNow) };
  // The network's own proxy wants to be logged in to: nothing of the platform was reached.
  if (status === 407) return { kind: 'no-network' };
  return { kind: 'answer-not-understood', detail: `${operation}: status ${status}` };
};

/**
 * When a `Retry-After` header allows the next try, as an instant. Seconds and dates are both in use.
 *
 * @param platformNow milliseconds since 1970 by the platform's clock
 */
export const parseRetryAfter = (header: string | null, platformNow: number): string => {
  const text = header?.trim() ?? '';
  const date = Date.parse(text);
  if (/^\d{1,9}$/.test(text)) return new Date(platformNow + Number(text) * 1000).toISOString();
  return new Date(Number.isNaN(date) ? platformNow + defaultWait : date).toISOString();
};
