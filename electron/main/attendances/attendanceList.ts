import type { Attendance } from '../../../shared/platform/attendances';
import type { PlatformEvent } from '../../../shared/platform/events';

/**
 * Moments are counted by the list's keeper, one for each event heard and each request begun: they order what the
 * platform said without any clock.
 */
type Moment = number;

interface Known {
  readonly attendance: Attendance;
  /** What is known is at least as new as this: when an event was heard, or when an answered request began. */
  readonly asOf: Moment;
}

interface Departed {
  /** The last revision known of it. Infinite once it is finished: no event brings a finished attendance back. */
  readonly revision: number;
  readonly at: Moment;
}

/** What is known of the agent's attendances: those there are, and the latest that have left. Never changed in place. */
export interface AttendanceList {
  readonly isLoaded: boolean;
  readonly snapshotBegunAt: Moment;
  readonly present: ReadonlyMap<string, Known>;
  readonly departed: ReadonlyMap<string, Departed>;
}

export type RemovalReason = Extract<PlatformEvent, { type: 'attendance-removed' }>['reason'];

/** So many of those that left are remembered, for answers and events that are still on the way. */
const departedLimit = 500;

export const emptyAttendanceList: AttendanceList = {
  isLoaded: false,
  snapshotBegunAt: 0,
  present: new Map(),
  departed: new Map(),
};

/** An event has told of an attendance. After a reconnection, events older than what is known come once more. */
export const hearChange = (list: AttendanceList, attendance: Attendance, at: Moment): AttendanceList => {
  const { id, revision } = attendance;
  const known = list.present.get(id);
  if (known !== undefined && revision < known.attendance.revision) return list;
  // What an answer told already is now known to be so later: an older answer that lacks it must not take it off.
  if (revision === known?.attendance.revision) return put(list, known.attendance, at, at);
  if (revision < (list.departed.get(id)?.revision ?? -1)) return list;
  return put(list, attendance, at, at);
};

/** An event has told that an attendance is no longer for this agent. It carries no revision: only its order counts. */
export const hearRemoval = (list: AttendanceList, id: string, reason: RemovalReason, at: Moment): AttendanceList => {
  const known = list.present.get(id);
  if (reason === 'finished') return depart(list, id, { revision: Number.POSITIVE_INFINITY, at });
  return known === undefined ? list : depart(list, id, { revision: known.attendance.revision, at });
};

/**
 * A command that began at `begunAt` has been answered. It may have been on the way for long: an attendance that left
 * meanwhile does not come back by it.
 */
export const takeAnswer = (
  list: AttendanceList,
  attendance: Attendance,
  begunAt: Moment,
  at: Moment,
): AttendanceList => {
  const { id, revision } = attendance;
  if (revision <= (list.present.get(id)?.attendance.revision ?? -1)) return list;
  if ((list.departed.get(id)?.at ?? -1) > begunAt) return list;
  return put(list, attendance, begunAt, at);
};

/**
 * The whole list, asked for at `begunAt`, has been answered. What is not in it comes off, unless something newer was
 * heard of it while the answer was on the way.
 */
export const takeSnapshot = (
  list: AttendanceList,
  attendances: readonly Attendance[],
  begunAt: Moment,
  at: Moment,
): AttendanceList => {
  if (begunAt < list.snapshotBegunAt) return list;
  const present = new Map<string, Known>();
  const departed = new Map(list.departed);
  for (const attendance of attendances) {
    if (attendance.state === 'finished' || (departed.get(attendance.id)?.at ?? -1) > begunAt) continue;
    const known = list.present.get(attendance.id);
    const isKnownNewer = known !== undefined && known.attendance.revision > attendance.revision;
    present.set(attendance.id, isKnownNewer ? known : { attendance, asOf: Math.max(begunAt, known?.asOf ?? 0) });
    departed.delete(attendance.id);
  }
  for (const [id, known] of list.present) {
    if (present.has(id)) continue;
    if (known.asOf > begunAt) present.set(id, known);
    else departed.set(id, { revision: known.attendance.revision, at });
  }
  return { isLoaded: true, snapshotBegunAt: begunAt, present, departed: latest(departed) };
};

/** Offers by when they end, then those waiting by arrival, then those in progress by when they began. */
export const attendancesInOrder = (list: AttendanceList): Attendance[] =>
  [...list.present.values()]
    .map(({ attendance }) => ({ attendance, group: groups[attendance.state], time: Date.parse(orderedBy(attendance)) }))
    .sort(
      (left, right) =>
        left.group - right.group || left.time - right.time || (left.attendance.id < right.attendance.id ? -1 : 1),
    )
    .map(({ attendance }) => attendance);

const groups = { offered: 0, waiting: 1, 'in-progress': 2, finished: 3 } as const satisfies Record<
  Attendance['state'],
  number
>;

const orderedBy = ({ state, offer, startedAt, arrivedAt }: Attendance): string => {
  if (state === 'offered') return offer?.expiresAt ?? arrivedAt;
  return state === 'in-progress' ? (startedAt ?? arrivedAt) : arrivedAt;
};

const put = (list: AttendanceList, attendance: Attendance, asOf: Moment, at: Moment): AttendanceList => {
  const { id, state } = attendance;
  if (state === 'finished') return depart(list, id, { revision: Number.POSITIVE_INFINITY, at });
  const departed = new Map(list.departed);
  departed.delete(id);
  return { ...list, present: new Map(list.present).set(id, { attendance, asOf }), departed };
};

const depart = (list: AttendanceList, id: string, departure: Departed): AttendanceList => {
  const present = new Map(list.present);
  present.delete(id);
  const departed = new Map(list.departed);
  // Taken out first, so that it stands last: the oldest are the first to be forgotten.
  departed.delete(id);
  return { ...list, present, departed: latest(departed.set(id, departure)) };
};

const latest = (departed: ReadonlyMap<string, Departed>): ReadonlyMap<string, Departed> =>
  departed.size <= departedLimit ? departed : new Map([...departed].slice(-departedLimit));
