import { expect, test } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { Announcer } from './announcer';
import { createAttendance, createInProgress, createOffer, instant } from './attendanceFixtures';

const createAnnouncer = () => {
  const clock = new FakeClock();
  const announcer = new Announcer(clock);
  const told: string[] = [];
  announcer.onDidOffer((attendanceId) => told.push(`offer ${attendanceId}`));
  announcer.onDidFinishLast(() => told.push('finished last'));
  const look = async (...attendances: Parameters<Announcer['look']>[0]) => {
    announcer.look(attendances);
    await clock.advance(100);
  };
  return { clock, announcer, told, look };
};

const again = { offeredAt: instant(60), expiresAt: instant(80) };

test('tells of an offer once, however often the list changes', async () => {
  const { told, look } = createAnnouncer();
  await look(createOffer());
  await look(createOffer({ revision: 2, unread: 1 }));
  expect(told).toEqual(['offer attendance-1']);
});

test('tells again of an attendance that is offered again', async () => {
  const { told, look } = createAnnouncer();
  await look(createOffer());
  await look(createAttendance({ revision: 2 }));
  await look(createOffer({ revision: 3, offer: again }));
  expect(told).toEqual(['offer attendance-1', 'offer attendance-1']);
});

test('is silent about an offer that came and went while everything was played back', async () => {
  const { told, announcer, look } = createAnnouncer();
  announcer.look([createOffer()]);
  await look();
  expect(told).toEqual([]);
});

test('is silent about an offer that vanished for a moment only', async () => {
  const { told, announcer, look } = createAnnouncer();
  await look(createOffer());
  announcer.look([]);
  await look(createOffer());
  expect(told).toEqual(['offer attendance-1']);
});

test('tells when the last attendance in progress has ended, not before', async () => {
  const { told, look } = createAnnouncer();
  await look();
  await look(createInProgress(), createInProgress({ id: 'attendance-2' }));
  await look(createInProgress());
  expect(told).toEqual([]);
  await look(createAttendance({ id: 'attendance-3' }));
  expect(told).toEqual(['finished last']);
});

test('the end of a session announces nothing and starts over', async () => {
  const { clock, told, announcer, look } = createAnnouncer();
  await look(createInProgress());
  announcer.look([]);
  announcer.clear();
  await clock.advance(1000);
  expect(told).toEqual([]);
  expect(clock.pending).toBe(0);
});
