import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceSchema } from '../platform/attendances';
import type { Attendance } from '../platform/attendances';
import { holdingAttendances, isInProgress } from './attendances';

const makeAttendance = (values: Partial<Attendance>): Attendance => ({
  id: 'attendance-1',
  revision: 1,
  protocol: '20261122000001',
  channel: 'whatsapp',
  queue: { id: 'queue-1', name: 'Suporte WhatsApp' },
  origin: '+55 11 4000-0102',
  customer: { id: 'customer-1', name: 'Maria Souza', contact: '+55 11 90000-0001' },
  state: 'in-progress',
  arrivedAt: '2026-11-22T12:00:00.000Z',
  startedAt: '2026-11-22T12:40:00.000Z',
  offer: null,
  lastMessage: null,
  unread: 0,
  dispositions: [],
  ...values,
});

describe('the attendances that hold their agent', () => {
  it.each(attendanceSchema.shape.state.options)('are those in progress: %s', (state) => {
    const isHeld = state === 'in-progress';
    expect(isInProgress({ state })).toBe(isHeld);
    expect(holdingAttendances([makeAttendance({ state })])).toHaveLength(isHeld ? 1 : 0);
  });

  it('are told with what the alert says of them, and nothing else of the customer', () => {
    expect(holdingAttendances([makeAttendance({ channel: 'email' })])).toEqual([
      { id: 'attendance-1', customerName: 'Maria Souza', channel: 'email', since: '2026-11-22T12:40:00.000Z' },
    ]);
  });

  it('count from their arrival where nobody has said when they were accepted', () => {
    expect(holdingAttendances([makeAttendance({ startedAt: null })])[0]?.since).toBe('2026-11-22T12:00:00.000Z');
  });

  it('come oldest first by the time itself, not by how it is written', () => {
    const attendances = [
      makeAttendance({ id: 'late', startedAt: '2026-11-22T09:50:00-03:00' }),
      makeAttendance({ id: 'early', startedAt: '2026-11-22T12:40:00Z' }),
      makeAttendance({ id: 'middle', startedAt: '2026-11-22T12:40:00.500Z' }),
    ];
    expect(holdingAttendances(attendances).map(({ id }) => id)).toEqual(['early', 'middle', 'late']);
  });

  it('come oldest first, whatever the order they were read in', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 8 });
    fc.assert(
      fc.property(minutes, (starts) => {
        const attendances = starts.map((minute) =>
          makeAttendance({ startedAt: `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z` }),
        );
        const since = holdingAttendances(attendances).map((holding) => Date.parse(holding.since));
        expect(since).toEqual([...since].sort((left, right) => left - right));
        expect(since).toHaveLength(starts.length);
      }),
    );
  });
});
