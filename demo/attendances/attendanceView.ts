import { assertNever } from '../../shared/rules/assertNever';
import type { Attendance, Customer, Message } from '../../shared/platform/attendances';
import { toInstant } from '../base/instants';
import type { QueueDefinition } from '../queues/queueCatalogue';
import type { AttendanceRecord, Progress } from './attendanceRecord';

/** How many characters of the last message a list shows. */
const previewLength = 120;

export interface ViewParts {
  readonly queue: QueueDefinition;
  readonly customer: Customer;
  readonly messages: readonly Message[];
}

const viewProgress = (progress: Progress): Pick<Attendance, 'state' | 'startedAt' | 'offer'> => {
  switch (progress.kind) {
    case 'waiting':
      return { state: 'waiting', startedAt: null, offer: null };
    case 'offered': {
      const offer = { offeredAt: toInstant(progress.offeredAt), expiresAt: toInstant(progress.expiresAt) };
      return { state: 'offered', startedAt: null, offer };
    }
    case 'in-progress':
    case 'finished':
      return { state: progress.kind, startedAt: toInstant(progress.startedAt), offer: null };
    case 'withdrawn':
      // The contract has no word of its own for it: it is over.
      return { state: 'finished', startedAt: null, offer: null };
    default:
      return assertNever(progress);
  }
};

/** An attendance as the contract shows it to the agent it is with, or to those in whose queue it waits. */
export const viewAttendance = (record: AttendanceRecord, { queue, customer, messages }: ViewParts): Attendance => {
  const last = messages.at(-1);
  return {
    id: record.id,
    revision: record.revision,
    protocol: record.protocol,
    channel: queue.channel,
    queue: { id: queue.id, name: queue.name },
    origin: queue.origin,
    customer,
    ...viewProgress(record.progress),
    arrivedAt: toInstant(record.arrivedAt),
    lastMessage: last
      ? { direction: last.direction, preview: [...last.text].slice(0, previewLength).join(''), at: last.at }
      : null,
    unread: messages.filter(({ direction, sequence }) => direction === 'from-customer' && sequence > record.readUpTo)
      .length,
    dispositions: [...queue.dispositions],
  };
};

/** Whether an agent sees an attendance in their lists. */
export const isVisibleTo = ({ progress }: AttendanceRecord, agentId: string, isInQueue: boolean): boolean => {
  switch (progress.kind) {
    case 'waiting':
      return isInQueue;
    case 'offered':
    case 'in-progress':
      return progress.agentId === agentId;
    case 'finished':
    case 'withdrawn':
      return false;
    default:
      return assertNever(progress);
  }
};
