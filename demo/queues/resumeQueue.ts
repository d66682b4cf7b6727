import type { Handler } from '../http/call';

export const resumeQueue: Handler<'resumeQueue'> = ({ presence }, { caller, parameters }) => {
  presence.resume(caller.agentId, parameters.queueId);
  return presence.view(caller.agentId);
};
