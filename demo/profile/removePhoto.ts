import type { Handler } from '../http/call';

export const removePhoto: Handler<'removePhoto'> = ({ agents }, { caller }) =>
  agents.update(caller.agentId, { photo: null });
