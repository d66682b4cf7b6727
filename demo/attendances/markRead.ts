import type { Handler } from '../http/call';

export const markRead: Handler<'markRead'> = ({ conversations }, { caller, parameters, body }) =>
  conversations.markRead(caller.agentId, parameters.attendanceId, body.sequence);
