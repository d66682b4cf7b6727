import type { Handler } from '../http/call';

export const acceptAttendance: Handler<'acceptAttendance'> = ({ distributor }, { caller, parameters }) =>
  distributor.accept(caller.agentId, parameters.attendanceId);
