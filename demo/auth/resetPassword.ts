import { unmetPasswordRules } from '../../shared/rules/passwordPolicy';
import type { Handler } from '../http/call';
import { ProblemError } from '../http/problemError';
import { hashPassword } from './passwordHash';

export const resetPassword: Handler<'resetPassword'> = async (
  { agents, passwordLogin, passwordResets, sessions },
  { body },
) => {
  const account = agents.get(passwordResets.agentIdOf(body.token));
  if (account.login === 'microsoft') throw new ProblemError({ code: 'reset-link-refused', reason: 'self-managed' });
  const unmet = unmetPasswordRules(body.password);
  if (unmet.length > 0) throw new ProblemError({ code: 'password-policy', unmet });
  // Before the slow part, so that the link can't be used a second time while it runs.
  passwordResets.use(body.token);
  agents.setPasswordHash(account.id, await hashPassword(body.password));
  passwordLogin.forgive(account.email);
  sessions.endAllOf(account.id, 'revoked');
};
