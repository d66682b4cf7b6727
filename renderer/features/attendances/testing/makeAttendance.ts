import type { Attendance, Message } from '../../../../shared/platform/attendances';

/** An attendance in progress for tests, with whatever matters to the test changed. */
export const makeAttendance = (changes: Partial<Attendance> = {}): Attendance => ({
  id: 'attendance-1',
  revision: 1,
  protocol: '20261122-0001',
  channel: 'whatsapp',
  queue: { id: 'queue-1', name: 'Suporte' },
  origin: '+55 11 4000-0001',
  customer: { id: 'customer-1', name: 'Maria Souza', contact: '+55 11 99999-0001' },
  state: 'in-progress',
  arrivedAt: '2026-11-22T12:30:00.000Z',
  startedAt: '2026-11-22T12:31:00.000Z',
  offer: null,
  lastMessage: { direction: 'from-customer', preview: 'Olá, preciso de ajuda', at: '2026-11-22T12:31:30.000Z' },
  unread: 0,
  dispositions: [
    { id: 'disposition-1', name: 'Dúvida resolvida' },
    { id: 'disposition-2', name: 'Reclamação' },
  ],
  ...changes,
});

/** A customer's message for tests, with whatever matters to the test changed. */
export const makeMessage = (changes: Partial<Message> = {}): Message => {
  const sequence = changes.sequence ?? 1;
  return {
    id: `message-${sequence}`,
    attendanceId: 'attendance-1',
    sequence,
    direction: 'from-customer',
    authorName: 'Maria Souza',
    text: `Mensagem ${sequence}`,
    at: '2026-11-22T12:31:30.000Z',
    clientMessageId: null,
    delivery: 'sent',
    ...changes,
  };
};
