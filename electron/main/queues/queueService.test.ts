import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Presence } from '../../../shared/platform/queues';
import { fail, succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import { createDelayed, FakePlatform, FakeRealtime, silentLogger } from '../attendances/fakePlatform';
import { settle } from '../base/fakeClock';
import { newerPresence } from './newerPresence';
import { QueueService } from './queueService';

const createPresence = (revision: number): Presence => ({
  revision,
  queues: [],
  timer: { kind: 'off' },
  automaticPause: null,
  serverTime: '2026-11-22T12:00:00.000Z',
});

const createService = (handlers: ConstructorParameters<typeof FakePlatform>[0] = {}) => {
  const platform = new FakePlatform(handlers);
  const realtime = new FakeRealtime();
  const clock = { time: 1000, now: () => clock.time };
  const service = new QueueService({ platform, realtime, logger: silentLogger, clock });
  const stop = service.start();
  const tell = (revision: number) => realtime.tell({ type: 'presence-changed', presence: createPresence(revision) });
  return { platform, realtime, clock, service, stop, tell, revision: () => service.state.value.presence?.revision };
};

test('shows the newest presence in whatever order the platform is heard', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (revisions) => {
      const shown = revisions.map(createPresence).reduce<Presence | null>(newerPresence, null);
      expect(shown?.revision).toBe(Math.max(...revisions));
    }),
  );
});

test('knows nothing until the platform has spoken, then what it said and when', () => {
  const { service, clock, tell } = createService();
  expect(service.state.value).toEqual({ presence: null, heardAt: null });
  clock.time = 5000;
  tell(1);
  expect(service.state.value).toEqual({ presence: createPresence(1), heardAt: 5000 });
});

test('drops a snapshot older than the one shown, and does not count it as heard', () => {
  const { service, clock, tell } = createService();
  tell(4);
  clock.time = 9000;
  tell(3);
  expect(service.state.value).toEqual({ presence: createPresence(4), heardAt: 1000 });
});

test('reads presence again with the rest, and says when it could not', async () => {
  const answers: Result<Presence>[] = [succeed(createPresence(7)), fail({ kind: 'no-network' })];
  const { realtime, revision } = createService({
    readPresence: () => answers.shift() ?? fail({ kind: 'no-network' }),
  });
  expect(await realtime.readAgain()).toEqual([succeed(undefined)]);
  expect(revision()).toBe(7);
  expect(await realtime.readAgain()).toEqual([fail({ kind: 'no-network' })]);
  expect(revision()).toBe(7);
});

test('sends commands one after another, so that the last choice of the agent wins', async () => {
  const first = createDelayed<Result<Presence>>();
  const { platform, service, revision } = createService({
    logInToQueues: () => first.promise,
    logOutOfQueues: () => succeed(createPresence(3)),
  });
  const loggedIn = service.logIn(['queue-1']);
  const loggedOut = service.logOut(['queue-1']);
  await settle();
  expect(platform.calls).toEqual(['logInToQueues']);
  first.arrive(succeed(createPresence(2)));
  expect(await Promise.all([loggedIn, loggedOut])).toEqual([succeed(undefined), succeed(undefined)]);
  expect(platform.calls).toEqual(['logInToQueues', 'logOutOfQueues']);
  expect(revision()).toBe(3);
});

test('goes on with the next command after one that failed, and never repeats one', async () => {
  const { platform, service, revision } = createService({
    pauseQueue: () => fail({ kind: 'platform-down', status: 503 }),
    resumeQueue: () => succeed(createPresence(9)),
  });
  expect(await service.pause('queue-1', 'lunch')).toEqual(fail({ kind: 'platform-down', status: 503 }));
  expect(await service.resume('queue-1')).toEqual(succeed(undefined));
  expect(platform.calls).toEqual(['pauseQueue', 'resumeQueue']);
  expect(revision()).toBe(9);
});

test('passes on which queue and which reason', async () => {
  const seen: unknown[] = [];
  const { service } = createService({
    pauseQueue: ({ parameters, body }) => {
      seen.push(parameters, body);
      return succeed(createPresence(1));
    },
    logInToQueues: ({ body }) => {
      seen.push(body);
      return succeed(createPresence(2));
    },
  });
  await service.pause('queue-1', 'lunch');
  await service.logIn(['queue-1', 'queue-2']);
  expect(seen).toEqual([{ queueId: 'queue-1' }, { reasonId: 'lunch' }, { queueIds: ['queue-1', 'queue-2'] }]);
});

test('an answer does not undo what an event told meanwhile', async () => {
  const answer = createDelayed<Result<Presence>>();
  const { service, tell, revision } = createService({ logInToQueues: () => answer.promise });
  const loggedIn = service.logIn(['queue-1']);
  await settle();
  tell(6);
  answer.arrive(succeed(createPresence(5)));
  await loggedIn;
  expect(revision()).toBe(6);
});

test('forgets everything at the end of a session, with what is still on its way', async () => {
  const answer = createDelayed<Result<Presence>>();
  const { platform, service, tell } = createService({ logInToQueues: () => answer.promise });
  tell(8);
  const underWay = service.logIn(['queue-1']);
  const waiting = service.logOut(['queue-1']);
  await settle();
  service.clear();
  answer.arrive(succeed(createPresence(9)));
  const over = fail({ kind: 'session-ended', reason: 'unknown' });
  expect(await Promise.all([underWay, waiting])).toEqual([over, over]);
  expect(platform.calls).toEqual(['logInToQueues']);
  expect(service.state.value).toEqual({ presence: null, heardAt: null });
  tell(1);
  expect(service.state.value.presence?.revision).toBe(1);
});

test('keeps showing the last presence when the agent logs in again, and then takes any revision', () => {
  const { service, tell, revision } = createService();
  tell(40);
  service.beginSession();
  expect(revision()).toBe(40);
  tell(2);
  expect(revision()).toBe(2);
  tell(1);
  expect(revision()).toBe(2);
});

test('sends nothing by itself, and hears nothing after it was stopped', async () => {
  const { platform, stop, tell, revision, realtime } = createService();
  tell(1);
  stop();
  tell(2);
  await realtime.readAgain();
  expect(revision()).toBe(1);
  expect(platform.calls).toEqual([]);
});
