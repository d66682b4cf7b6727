import type { Handler } from '../http/call';

export const rejectAttendance: Handler<'rejectAttendance'> = ({ distributor }, { caller, parameters }) => {
  distributor.reject(caller.agentId, parameters.attendanceId);
};
