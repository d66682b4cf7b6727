import type { Handler } from '../http/call';

export const pauseQueue: Handler<'pauseQueue'> = ({ presence }, { caller, parameters, body }) => {
  presence.pause(caller.agentId, parameters.queueId, body.reasonId);
  return presence.view(caller.agentId);
};
