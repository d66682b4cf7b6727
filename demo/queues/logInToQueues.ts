import type { Handler } from '../http/call';

export const logInToQueues: Handler<'logInToQueues'> = ({ presence }, { caller, body }) => {
  presence.logIn(caller.agentId, body.queueIds);
  return presence.view(caller.agentId);
};
