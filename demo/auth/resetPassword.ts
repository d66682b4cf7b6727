import type { Handler } from '../http/call';
import { setPasswordByLink } from './passwordLinks';

export const resetPassword: Handler<'resetPassword'> = async (world, { body }) => {
  const { id, email } = await setPasswordByLink(world, body.token, body.password);
  const logsIn = body.wantsSession && world.tenant.logsInAfterReset;
  return logsIn ? { next: 'session', email, tokens: world.sessions.open(id) } : { next: 'login', email };
};
