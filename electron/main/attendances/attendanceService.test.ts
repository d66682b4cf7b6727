import { expect, test } from 'vitest';
import type { Attendance, Message } from '../../../shared/platform/attendances';
import { fail, succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import { settle } from '../base/fakeClock';
import { changed, createAttendance, createInProgress, createMessage, createOffer } from './attendanceFixtures';
import { createHarness } from './attendanceServiceHarness';
import { createDelayed } from './fakePlatform';
import type { OutgoingEntry } from './outgoing';

const accepted = createInProgress({ revision: 2 });

test('shows the list the platform has, and replaces it whenever everything is read again', async () => {
  const { world, realtime, service, listed } = createHarness();
  expect(service.list.value).toEqual({ isLoaded: false, attendances: [] });
  world.attendances = [createAttendance()];
  expect(await realtime.readAgain()).toEqual([succeed(undefined)]);
  expect(listed()).toEqual(['attendance-1 waiting']);
  world.attendances = [createOffer({ id: 'attendance-2' })];
  await realtime.readAgain();
  expect(listed()).toEqual(['attendance-2 offered']);
});

test('keeps what it knows, and what holds the agent, when the platform can not be read', async () => {
  const answers: Result<{ attendances: Attendance[]; serverTime: string }>[] = [
    succeed({ attendances: [accepted], serverTime: '2026-11-22T12:00:00.000Z' }),
  ];
  const { realtime, service } = createHarness({
    readAttendances: () => answers.shift() ?? fail({ kind: 'no-network' }),
  });
  await realtime.readAgain();
  expect(await service.readAgain()).toEqual(fail({ kind: 'no-network' }));
  expect(service.holding()).toEqual([
    { id: 'attendance-1', customerName: 'Maria Souza', channel: 'whatsapp', since: accepted.startedAt },
  ]);
});

test('an offer appears, is announced, and comes off only when the platform says so', async () => {
  const { realtime, clock, service, listed } = createHarness();
  const offers: string[] = [];
  service.onDidOffer((attendanceId) => offers.push(attendanceId));
  await realtime.readAgain();
  realtime.tell(changed(createOffer()));
  await clock.advance(60_000);
  expect(offers).toEqual(['attendance-1']);
  expect(listed()).toEqual(['attendance-1 offered']);
  realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'offer-missed' });
  expect(listed()).toEqual([]);
});

test('accepting shows the attendance in progress at once, before any event', async () => {
  const { realtime, service, listed } = createHarness({ acceptAttendance: () => succeed(accepted) });
  realtime.tell(changed(createOffer()));
  expect(await service.accept('attendance-1')).toEqual(succeed(accepted));
  expect(listed()).toEqual(['attendance-1 in-progress']);
});

test.each(['event', 'answer'] as const)(
  'the agent who finishes an attendance is never shown it as gone, whichever comes first: the %s',
  async (first) => {
    const answer = createDelayed<Result<Attendance>>();
    const { world, realtime, service } = createHarness({ finishAttendance: () => answer.promise });
    world.attendances = [accepted];
    await realtime.readAgain();
    service.open('attendance-1');
    const gone: boolean[] = [];
    service.list.onDidChange(() => gone.push(service.conversation.value !== null));
    const finishing = service.finish('attendance-1', 'resolved');
    const tell = () => {
      realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' });
    };
    if (first === 'event') tell();
    answer.arrive(succeed({ ...accepted, revision: 3, state: 'finished' }));
    await finishing;
    if (first === 'answer') tell();
    expect(gone).toContain(false);
    expect(gone).not.toContain(true);
    expect(service.conversation.value).toBeNull();
  },
);

test('an attendance that somebody else finished stays open', async () => {
  const { world, realtime, service } = createHarness();
  world.attendances = [accepted];
  await realtime.readAgain();
  service.open('attendance-1');
  realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' });
  expect(service.conversation.value?.attendanceId).toBe('attendance-1');
});

test.each([
  ['accept', { kind: 'offer-gone' }],
  ['reject', { kind: 'offer-gone' }],
  ['finish', { kind: 'already-finished' }],
] as const)('reads the list again where %s finds it out of date', async (command, problem) => {
  const { realtime, service, listed } = createHarness({
    acceptAttendance: () => fail(problem),
    rejectAttendance: () => fail(problem),
    finishAttendance: () => fail(problem),
  });
  realtime.tell(changed(createOffer()));
  const result = command === 'finish' ? service.finish('attendance-1', 'solved') : service[command]('attendance-1');
  expect(await result).toEqual(fail(problem));
  await settle();
  expect(listed()).toEqual([]);
});

test('a command that never reached the platform changes nothing and is not repeated', async () => {
  const { realtime, platform, service, listed } = createHarness({
    acceptAttendance: () => fail({ kind: 'no-network' }),
  });
  realtime.tell(changed(createOffer()));
  expect(await service.accept('attendance-1')).toEqual(fail({ kind: 'no-network' }));
  await settle();
  expect(listed()).toEqual(['attendance-1 offered']);
  expect(platform.calls).toEqual(['acceptAttendance']);
});

test('rejecting leaves the offer where it is until the platform has taken it back', async () => {
  const { realtime, service, listed } = createHarness({ rejectAttendance: () => succeed(undefined) });
  realtime.tell(changed(createOffer()));
  expect(await service.reject('attendance-1')).toEqual(succeed(undefined));
  expect(listed()).toEqual(['attendance-1 offered']);
});

test('finishing the last one frees the agent and says so', async () => {
  const finished = createInProgress({ revision: 3, state: 'finished' });
  const { world, realtime, clock, service, listed } = createHarness({ finishAttendance: () => succeed(finished) });
  let count = 0;
  service.onDidFinishLast(() => (count += 1));
  world.attendances = [accepted];
  await realtime.readAgain();
  await clock.advance(1000);
  expect(await service.finish('attendance-1', 'solved')).toEqual(succeed(undefined));
  expect(listed()).toEqual([]);
  expect(service.holding()).toEqual([]);
  await clock.advance(1000);
  realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' });
  await clock.advance(1000);
  expect(count).toBe(1);
});

test('an event heard while the list is read is neither lost nor undone', async () => {
  const answer = createDelayed<Result<{ attendances: Attendance[]; serverTime: string }>>();
  const { realtime, service, listed } = createHarness({ readAttendances: () => answer.promise });
  const reading = service.readAgain();
  realtime.tell(changed(accepted));
  answer.arrive(succeed({ attendances: [createOffer()], serverTime: '2026-11-22T12:00:00.000Z' }));
  await reading;
  expect(listed()).toEqual(['attendance-1 in-progress']);
});

test('the end of a session forgets everything, also what is still on its way', async () => {
  const answer = createDelayed<Result<Attendance>>();
  const { world, realtime, clock, service } = createHarness({ acceptAttendance: () => answer.promise });
  let count = 0;
  service.onDidFinishLast(() => (count += 1));
  world.attendances = [createInProgress({ id: 'attendance-2' })];
  await realtime.readAgain();
  await clock.advance(1000);
  service.open('attendance-2');
  service.sendMessage('attendance-2', 'message-1', 'hello');
  const accepting = service.accept('attendance-1');
  service.clear();
  answer.arrive(succeed(accepted));
  expect(await accepting).toEqual(fail({ kind: 'session-ended', reason: 'unknown' }));
  await clock.advance(60_000);
  expect(service.list.value).toEqual({ isLoaded: false, attendances: [] });
  expect(service.conversation.value).toBeNull();
  expect(service.holding()).toEqual([]);
  expect(count).toBe(0);
  service.open('attendance-2');
  expect(service.conversation.value).toMatchObject({ messages: [], outgoing: [] });
});

test("reads a customer's history", async () => {
  const past = {
    id: 'past-1',
    protocol: '1',
    channel: 'email',
    queueName: 'Suporte',
    agentName: 'Ana',
    startedAt: '2026-11-01T12:00:00.000Z',
    finishedAt: '2026-11-01T12:10:00.000Z',
    dispositionName: 'Resolvido',
  } as const;
  const { service } = createHarness({
    readCustomerHistory: ({ parameters }) =>
      parameters?.['customerId'] === 'customer-1'
        ? succeed({ attendances: [past] })
        : fail({ kind: 'refused', code: 'not-found' }),
  });
  expect(await service.readCustomerHistory('customer-1')).toEqual(succeed([past]));
  expect(await service.readCustomerHistory('nobody')).toEqual(fail({ kind: 'refused', code: 'not-found' }));
});

test('does nothing by itself, and nothing at all after it was stopped', async () => {
  const { platform, realtime, stop, listed } = createHarness();
  stop();
  realtime.tell(changed(createOffer()));
  await realtime.readAgain();
  expect(listed()).toEqual([]);
  expect(platform.calls).toEqual([]);
});

test('what was in line when the app ended goes where the attendance is still the same, and is shown until it has gone', async () => {
  const answer = createDelayed<Result<Message>>();
  const sends: unknown[] = [];
  const { world, realtime, service } = createHarness({
    sendMessage: ({ parameters, body, commandId }) => {
      sends.push([parameters?.['attendanceId'], body?.text, commandId]);
      return answer.promise;
    },
  });
  world.attendances = [accepted];
  await realtime.readAgain();
  service.open('attendance-1');
  const earlier = (attendanceId: string): OutgoingEntry => ({
    ...{ attendanceId, clientMessageId: `message-of-${attendanceId}`, commandId: 'command-of-old' },
    ...{ text: 'Já volto', queuedAt: 1, state: { kind: 'sending' } },
  });
  service.restoreUnsent([earlier('attendance-1'), earlier('attendance-2')]);
  await settle();
  expect(sends).toEqual([['attendance-1', 'Já volto', 'command-of-old']]);
  expect(service.conversation.value?.outgoing.map(({ text }) => text)).toEqual(['Já volto']);
  answer.arrive(succeed(createMessage(1)));
  await settle();
  expect([service.conversation.value?.outgoing, service.unsent.value]).toEqual([[], []]);
});
