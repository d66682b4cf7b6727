import { unmetPasswordRules } from '../../shared/rules/passwordPolicy';
import { ProblemError } from '../http/problemError';
import type { AgentAccount } from '../profile/agents';
import type { World } from '../world';
import { hashPassword } from './passwordHash';

type Accounts = Pick<World, 'agents' | 'passwordResets'>;

/** Whose password a link sets. The link stays good. Throws `reset-link-refused`. */
export const accountOfLink = ({ agents, passwordResets }: Accounts, token: string): AgentAccount => {
  const account = agents.get(passwordResets.agentIdOf(token));
  if (account.login === 'microsoft') throw new ProblemError({ code: 'reset-link-refused', reason: 'self-managed' });
  return account;
};

/**
 * Sets a password with a link, uses the link up and ends every session of the agent. Throws `reset-link-refused` and
 * `password-policy`, which leaves the link good.
 */
export const setPasswordByLink = async (
  { agents, passwordLogin, passwordResets, sessions }: Accounts & Pick<World, 'passwordLogin' | 'sessions'>,
  token: string,
  password: string,
): Promise<AgentAccount> => {
  const account = accountOfLink({ agents, passwordResets }, token);
  const unmet = unmetPasswordRules(password);
  if (unmet.length > 0) throw new ProblemError({ code: 'password-policy', unmet });
  // Before the slow part, so that the link can't be used a second time while it runs.
  passwordResets.use(token);
  agents.setPasswordHash(account.id, await hashPassword(password));
  passwordLogin.forgive(account.email);
  sessions.endAllOf(account.id, 'revoked');
  return account;
};
