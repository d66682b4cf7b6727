import type { Tokens } from '../../../shared/platform/auth';
import { succeed, type Problem, type Result } from '../../../shared/state/problem';
import type { Logger } from '../logging/logger';
import type { MicrosoftSession } from '../microsoft/microsoftSignIn';
import type { LoginOwner } from './sessionVault';

export interface RenewSessionOptions {
  /** The contract's `refresh`. */
  readonly refresh: (refreshToken: string) => Promise<Result<Tokens>>;
  /** Whose login is being renewed. */
  readonly owner: () => LoginOwner | null;
  readonly renewWithMicrosoft: (email: string) => Promise<Result<MicrosoftSession>>;
  readonly logger: Logger;
}

/**
 * Renews the tokens of a session. Where the platform calls a login by Microsoft expired, Microsoft is asked for the
 * agent's account once more, without the agent; only where that is refused too has the session expired.
 */
export const createSessionRenewal = (
  options: RenewSessionOptions,
): ((refreshToken: string) => Promise<Result<Tokens>>) => {
  const { refresh, owner, renewWithMicrosoft, logger } = options;
  /** The answer that called a token expired: the platform is not asked of it again while Microsoft is out of reach. */
  let expired: { readonly refreshToken: string; readonly answer: Result<Tokens> } | null = null;
  return async (refreshToken) => {
    const answer = expired?.refreshToken === refreshToken ? expired.answer : await refresh(refreshToken);
    const login = owner();
    if (answer.ok || !isExpired(answer.problem) || login?.origin !== 'microsoft') return answer;
    expired = { refreshToken, answer };
    const renewed = await renewWithMicrosoft(login.email);
    if (!renewed.ok) {
      logger.info('Microsoft renewed no session', { problem: renewed.problem.kind });
      return isRefusal(renewed.problem) ? answer : renewed;
    }
    expired = null;
    if (renewed.value.email.toLowerCase() !== login.email.toLowerCase()) {
      logger.warn('Microsoft renewed the session of somebody else');
      return answer;
    }
    logger.info('Microsoft has renewed the session');
    return succeed(renewed.value.tokens);
  };
};

const isExpired = (problem: Problem): boolean => problem.kind === 'session-ended' && problem.reason === 'expired';

/** Whether somebody has said no, as against nobody having been reached. */
const isRefusal = (problem: Problem): boolean =>
  problem.kind === 'refused' || (problem.kind === 'microsoft-sign-in' && problem.failure !== 'unreachable');
