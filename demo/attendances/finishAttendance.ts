import type { Handler } from '../http/call';

export const finishAttendance: Handler<'finishAttendance'> = ({ conversations }, { caller, parameters, body }) =>
  conversations.finish(caller.agentId, parameters.attendanceId, body.dispositionId);
