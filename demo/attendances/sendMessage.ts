import type { Handler } from '../http/call';

export const sendMessage: Handler<'sendMessage'> = ({ conversations }, { caller, parameters, body }) =>
  conversations.send(caller.agentId, parameters.attendanceId, body.clientMessageId, body.text);
