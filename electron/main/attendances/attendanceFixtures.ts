import type { Attendance, Message } from '../../../shared/platform/attendances';
import type { PlatformEvent } from '../../../shared/platform/events';

/** For tests: an instant, so many seconds into the shift. */
export const instant = (seconds: number): string =>
  new Date(Date.parse('2026-11-22T12:00:00.000Z') + seconds * 1000).toISOString();

/** For tests: a waiting attendance, but for what the test says. */
export const createAttendance = (parts: Partial<Attendance> = {}): Attendance => ({
  id: 'attendance-1',
  revision: 1,
  protocol: '20261122000001',
  channel: 'whatsapp',
  queue: { id: 'queue-1', name: 'Suporte' },
  origin: '+55 11 4000-0000',
  customer: { id: 'customer-1', name: 'Maria Souza', contact: '+55 11 98888-0000' },
  state: 'waiting',
  arrivedAt: instant(0),
  startedAt: null,
  offer: null,
  lastMessage: null,
  unread: 0,
  dispositions: [{ id: 'solved', name: 'Resolvido' }],
  ...parts,
});

export const createOffer = (parts: Partial<Attendance> = {}): Attendance =>
  createAttendance({ state: 'offered', offer: { offeredAt: instant(1), expiresAt: instant(21) }, ...parts });

export const createInProgress = (parts: Partial<Attendance> = {}): Attendance =>
  createAttendance({ state: 'in-progress', startedAt: instant(10), ...parts });

/** For tests: a customer's message, but for what the test says. */
export const createMessage = (sequence: number, parts: Partial<Message> = {}): Message => ({
  id: `message-${String(sequence)}`,
  attendanceId: 'attendance-1',
  sequence,
  direction: 'from-customer',
  authorName: 'Maria Souza',
  text: `text ${String(sequence)}`,
  at: instant(sequence),
  clientMessageId: null,
  delivery: 'sent',
  ...parts,
});

export const createMessages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => createMessage(from + index));

export const changed = (attendance: Attendance): PlatformEvent => ({ type: 'attendance-changed', attendance });
export const added = (message: Message): PlatformEvent => ({ type: 'message-added', message });
