import type { Handler } from '../http/call';

export const readMe: Handler<'readMe'> = ({ agents }, { caller }) => agents.view(caller.agentId);
