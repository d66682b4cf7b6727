import type { Attendance } from '../../../../shared/platform/attendances';

export type Offer = NonNullable<Attendance['offer']>;

export interface AttendanceSections {
  /**
   * Offers to this agent, the earliest first, then what waits in the queues, the longest wait first. A new offer goes
   * below those that ring already: a button never slips away under the pointer.
   */
  readonly awaiting: readonly Attendance[];
  /** In the order they were accepted, whatever happens in them: agents find them by their place. */
  readonly inProgress: readonly Attendance[];
}

/** The offer of an attendance that rings at this agent now, else null. */
export const ringingOffer = (attendance: Pick<Attendance, 'state' | 'offer'>): Offer | null =>
  attendance.state === 'offered' ? attendance.offer : null;

const byInstant = (left: string, right: string): number => Date.parse(left) - Date.parse(right);

/** What the two sections of the list show. Finished attendances are in neither. */
export const splitIntoSections = (attendances: readonly Attendance[]): AttendanceSections => ({
  awaiting: [
    ...attendances
      .filter(({ state }) => state === 'offered')
      .sort((left, right) =>
        byInstant(left.offer?.offeredAt ?? left.arrivedAt, right.offer?.offeredAt ?? right.arrivedAt),
      ),
    ...attendances
      .filter(({ state }) => state === 'waiting')
      .sort((left, right) => byInstant(left.arrivedAt, right.arrivedAt)),
  ],
  inProgress: attendances
    .filter(({ state }) => state === 'in-progress')
    .sort((left, right) => byInstant(left.startedAt ?? left.arrivedAt, right.startedAt ?? right.arrivedAt)),
});
