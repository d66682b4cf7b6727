import type { Handler } from '../http/call';

export const logOutOfQueues: Handler<'logOutOfQueues'> = ({ presence }, { caller, body }) => {
  presence.logOut(caller.agentId, body.queueIds);
  return presence.view(caller.agentId);
};
