import type { Attendance } from '../platform/attendances';
import type { HoldingAttendance } from '../platform/problems';

/** The one definition of "in progress", by which client and platform alike decide whether an agent may leave. */
export const isInProgress = (attendance: Pick<Attendance, 'state'>): boolean => attendance.state === 'in-progress';

/** The attendances that hold their agent, oldest first, as the alert shows them. */
export const holdingAttendances = (attendances: readonly Attendance[]): HoldingAttendance[] =>
  attendances
    .filter(isInProgress)
    .map(({ id, customer, channel, startedAt, arrivedAt }) => ({
      id,
      customerName: customer.name,
      channel,
      since: startedAt ?? arrivedAt,
    }))
    .sort((left, right) => Date.parse(left.since) - Date.parse(right.since));
