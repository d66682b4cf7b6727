import type { Handler } from '../http/call';

export const updateMe: Handler<'updateMe'> = ({ agents }, { caller, body }) =>
  agents.update(caller.agentId, { name: body.name });
