import type { Handler } from '../http/call';

export const replacePhoto: Handler<'replacePhoto'> = ({ agents }, { caller, body }) =>
  agents.update(caller.agentId, { photo: body.photo });
