import { expect, test } from 'vitest';
import type { Attendance } from '../../../shared/platform/attendances';
import { fail, succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import { settle } from '../base/fakeClock';
import { added, changed, createInProgress, createMessage, createMessages } from './attendanceFixtures';
import { createHarness } from './attendanceServiceHarness';
import { createDelayed } from './fakePlatform';

const inProgress = createInProgress();
const numbers = (from: number, to: number) => createMessages(from, to).map(({ sequence }) => sequence);

/** With attendance-1 in progress and open, its messages read. */
const openConversation = async (count: number, handlers: Parameters<typeof createHarness>[0] = {}) => {
  const harness = createHarness(handlers);
  harness.world.attendances = [inProgress];
  harness.world.messages = createMessages(1, count);
  await harness.realtime.readAgain();
  harness.service.open('attendance-1');
  await settle();
  return harness;
};

test('opening shows that it loads, then the newest fifty messages', async () => {
  const { world, service, shown } = createHarness();
  world.messages = createMessages(1, 60);
  service.open('attendance-1');
  expect(service.conversation.value).toEqual({
    attendanceId: 'attendance-1',
    load: { kind: 'loading' },
    messages: [],
    outgoing: [],
  });
  await settle();
  expect(service.conversation.value?.load).toEqual({ kind: 'loaded', hasOlder: true });
  expect(shown()).toEqual(numbers(11, 60));
});

test('reads older messages page by page until there are none', async () => {
  const { service, platform, shown } = await openConversation(120);
  await service.loadOlder('attendance-1');
  expect(shown()).toEqual(numbers(21, 120));
  await service.loadOlder('attendance-1');
  expect(shown()).toEqual(numbers(1, 120));
  const calls = platform.count('readMessages');
  await service.loadOlder('attendance-1');
  expect(platform.count('readMessages')).toBe(calls);
});

test('takes in new messages and how far own ones got, and reads what is missing in between', async () => {
  const { world, realtime, shown, service } = await openConversation(3);
  world.messages = createMessages(1, 8);
  realtime.tell(added(createMessage(4)));
  expect(shown()).toEqual(numbers(1, 4));
  realtime.tell(added(createMessage(8)));
  await settle();
  expect(shown()).toEqual(numbers(1, 8));
  realtime.tell({ type: 'message-changed', message: createMessage(4, { delivery: 'read' }) });
  expect(service.conversation.value?.messages[3]?.delivery).toBe('read');
});

test('tries again to read a gap that could not be read', async () => {
  let tries = 0;
  const { realtime, clock, shown } = await openConversation(0, {
    readMessages: ({ query }) => {
      if (query?.['before'] === undefined) return succeed({ messages: createMessages(1, 3), hasOlder: false });
      tries += 1;
      return tries === 1 ? fail({ kind: 'no-network' }) : succeed({ messages: createMessages(4, 5), hasOlder: true });
    },
  });
  realtime.tell(added(createMessage(6)));
  await settle();
  expect(shown()).toEqual([1, 2, 3, 6]);
  await clock.advance(3000);
  expect(shown()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(clock.pending).toBe(0);
});

test('brings the open conversation up to date from the last message known, however long the line was down', async () => {
  const { world, realtime, shown } = await openConversation(10);
  world.messages = createMessages(1, 700);
  await realtime.readAgain();
  expect(shown()).toEqual(numbers(1, 700));
});

test('a background event never changes what is open', async () => {
  const { realtime, service, shown } = await openConversation(3);
  realtime.tell(changed(createInProgress({ id: 'attendance-2' })));
  realtime.tell(added(createMessage(1, { attendanceId: 'attendance-2' })));
  realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' });
  await settle();
  expect(service.conversation.value?.attendanceId).toBe('attendance-1');
  expect(shown()).toEqual([1, 2, 3]);
});

test('a conversation that the platform refuses to show says why and does not keep the rest from being live', async () => {
  const { realtime, service } = await openConversation(0, {
    readMessages: () => fail({ kind: 'refused', code: 'not-found' }),
  });
  expect(service.conversation.value?.load).toEqual({ kind: 'failed', problem: { kind: 'refused', code: 'not-found' } });
  expect(await realtime.readAgain()).toEqual([succeed(undefined)]);
});

test('a conversation that could not be read is read when it is opened once more', async () => {
  const answers = [fail({ kind: 'no-network' })];
  const { service, shown, realtime } = await openConversation(0, {
    readMessages: () => answers.shift() ?? succeed({ messages: createMessages(1, 2), hasOlder: false }),
  });
  expect(service.conversation.value?.load.kind).toBe('failed');
  answers.push(fail({ kind: 'no-network' }));
  expect(await realtime.readAgain()).toEqual([fail({ kind: 'no-network' })]);
  service.open('attendance-1');
  expect(service.conversation.value?.load.kind).toBe('loading');
  await settle();
  expect(shown()).toEqual([1, 2]);
});

test('what is read of a conversation that was left in the meantime is not shown', async () => {
  const answer = createDelayed<Result<{ messages: ReturnType<typeof createMessages>; hasOlder: boolean }>>();
  const { service } = createHarness({ readMessages: () => answer.promise });
  service.open('past-1');
  service.open(null);
  answer.arrive(succeed({ messages: createMessages(1, 2), hasOlder: false }));
  await settle();
  expect(service.conversation.value).toBeNull();
});

test('going back to an attendance in progress shows at once what was read of it, and then what is new', async () => {
  const { world, service, shown } = await openConversation(3);
  service.open(null);
  world.messages = createMessages(1, 5);
  service.open('attendance-1');
  expect(shown()).toEqual([1, 2, 3]);
  await settle();
  expect(shown()).toEqual([1, 2, 3, 4, 5]);
});

test('nothing is kept of a conversation that is closed after its attendance has ended', async () => {
  const { realtime, service, shown } = await openConversation(3);
  realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' });
  service.open(null);
  service.open('attendance-1');
  expect(shown()).toEqual([]);
  expect(service.conversation.value?.load).toEqual({ kind: 'loading' });
});

test('marks what the customer wrote as read while it is open, one request at a time', async () => {
  const answers = [createDelayed<Result<Attendance>>(), createDelayed<Result<Attendance>>()];
  const marked: unknown[] = [];
  const { realtime } = await openConversation(3, {
    markRead: ({ body }) => {
      marked.push(body?.sequence);
      return answers[marked.length - 1]?.promise ?? fail({ kind: 'no-network' });
    },
  });
  realtime.tell(added(createMessage(4)));
  realtime.tell(added(createMessage(5)));
  await settle();
  expect(marked).toEqual([3]);
  answers[0]?.arrive(succeed({ ...inProgress, revision: 2 }));
  await settle();
  expect(marked).toEqual([3, 5]);
  answers[1]?.arrive(succeed({ ...inProgress, revision: 3 }));
  await settle();
  realtime.tell(added(createMessage(6, { direction: 'from-agent' })));
  await settle();
  expect(marked).toEqual([3, 5]);
});

test('marks nothing as read that is not in progress, and starts when it is accepted', async () => {
  const { world, platform, realtime, service } = createHarness();
  world.messages = createMessages(1, 3);
  service.open('attendance-1');
  await settle();
  expect(platform.count('markRead')).toBe(0);
  realtime.tell(changed(inProgress));
  await settle();
  expect(platform.count('markRead')).toBe(1);
});

test('a message sent shows as on its way, then in the conversation, never in both or in neither', async () => {
  const answer = createDelayed<Result<ReturnType<typeof createMessage>>>();
  const { service, realtime } = await openConversation(1, { sendMessage: () => answer.promise });
  const counts: number[] = [];
  service.sendMessage('attendance-1', 'message-id-1', 'hello');
  service.conversation.onDidChange((state) => {
    const arrived = state?.messages.filter(({ clientMessageId }) => clientMessageId === 'message-id-1') ?? [];
    counts.push(arrived.length + (state?.outgoing.length ?? 0));
  });
  expect(service.conversation.value?.outgoing).toHaveLength(1);
  const message = createMessage(2, { direction: 'from-agent', clientMessageId: 'message-id-1' });
  realtime.tell(added(message));
  answer.arrive(succeed(message));
  await settle();
  expect(new Set(counts)).toEqual(new Set([1]));
  expect(service.conversation.value).toMatchObject({ messages: [{ sequence: 1 }, { sequence: 2 }], outgoing: [] });
});

test('a message on its way outlives the closing of its conversation, but not the end of its attendance', async () => {
  const { service, realtime } = await openConversation(1, { sendMessage: () => fail({ kind: 'no-network' }) });
  service.sendMessage('attendance-1', 'message-id-1', 'hello');
  service.open(null);
  await settle();
  service.open('attendance-1');
  expect(service.conversation.value?.outgoing).toMatchObject([{ text: 'hello', state: { kind: 'sending' } }]);
  service.open(null);
  realtime.tell({ type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' });
  service.open('attendance-1');
  expect(service.conversation.value?.outgoing).toEqual([]);
});
