import { describe, expect, it } from 'vitest';
import type { Attendance } from '../../../../shared/platform/attendances';
import { makeAttendance } from '../testing/makeAttendance';
import { ringingOffer, splitIntoSections } from './attendanceSections';

const offered = (id: string, offeredAt: string): Attendance =>
  makeAttendance({ id, state: 'offered', offer: { offeredAt, expiresAt: '2026-11-22T13:00:00.000Z' } });

describe('splitIntoSections', () => {
  it('puts offers above what waits, each with the earliest first', () => {
    const { awaiting } = splitIntoSections([
      makeAttendance({ id: 'waits-less', state: 'waiting', arrivedAt: '2026-11-22T12:10:00.000Z' }),
      makeAttendance({ id: 'waits-longer', state: 'waiting', arrivedAt: '2026-11-22T12:00:00.000Z' }),
      offered('second', '2026-11-22T12:30:05.000Z'),
      offered('first', '2026-11-22T12:30:00.000Z'),
    ]);
    expect(awaiting.map(({ id }) => id)).toEqual(['first', 'second', 'waits-longer', 'waits-less']);
  });

  it('does not move an attendance in progress when a message comes', () => {
    const earlier = makeAttendance({ id: 'earlier', startedAt: '2026-11-22T12:00:00.000Z' });
    const later = makeAttendance({ id: 'later', startedAt: '2026-11-22T12:05:00.000Z', unread: 4 });
    expect(splitIntoSections([later, earlier]).inProgress.map(({ id }) => id)).toEqual(['earlier', 'later']);
  });

  it('compares instants and not their spelling', () => {
    const zoned = makeAttendance({ id: 'zoned', startedAt: '2026-11-22T10:00:00-03:00' });
    const plain = makeAttendance({ id: 'plain', startedAt: '2026-11-22T12:30:00.000Z' });
    expect(splitIntoSections([zoned, plain]).inProgress.map(({ id }) => id)).toEqual(['plain', 'zoned']);
  });

  it('shows finished attendances in neither section', () => {
    expect(splitIntoSections([makeAttendance({ state: 'finished' })])).toEqual({ awaiting: [], inProgress: [] });
  });
});

describe('ringingOffer', () => {
  it('is an offer only while the attendance is offered', () => {
    const attendance = offered('one', '2026-11-22T12:30:00.000Z');
    expect(ringingOffer(attendance)).toBe(attendance.offer);
    expect(ringingOffer({ ...attendance, state: 'in-progress' })).toBeNull();
  });
});
