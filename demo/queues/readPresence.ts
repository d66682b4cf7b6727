import type { Handler } from '../http/call';

export const readPresence: Handler<'readPresence'> = ({ presence }, { caller }) => presence.view(caller.agentId);
