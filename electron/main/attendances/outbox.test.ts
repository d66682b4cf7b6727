import { expect, test } from 'vitest';
import type { Message } from '../../../shared/platform/attendances';
import { fail, succeed } from '../../../shared/state/problem';
import type { Problem, Result } from '../../../shared/state/problem';
import { FakeClock, settle } from '../base/fakeClock';
import type { CallOptions } from '../platform/platform';
import { createMessage, instant } from './attendanceFixtures';
import { createDelayed, FakePlatform, FakeRealtime, silentLogger } from './fakePlatform';
import { Outbox } from './outbox';
import type { OutgoingEntry } from './outgoing';

type Send = CallOptions<'sendMessage'>;

const noNetwork: Problem = { kind: 'no-network' };
const offline = { kind: 'offline', since: 0, nextTryAt: null, problem: noNetwork } as const;
const live = { kind: 'live' } as const;

/** Each sending is answered by the next of `answers`; then everything succeeds. */
const createOutbox = (...answers: (Problem | 'sent' | Promise<Result<Message>>)[]) => {
  const sends: Send[] = [];
  const sentMessages: Message[] = [];
  const platform = new FakePlatform({
    sendMessage: (options) => {
      sends.push(options);
      const answer = answers.shift() ?? 'sent';
      if (answer instanceof Promise) return answer;
      const clientMessageId = options.body?.clientMessageId ?? null;
      return answer === 'sent' ? succeed(createMessage(sends.length, { clientMessageId })) : fail(answer);
    },
  });
  const realtime = new FakeRealtime();
  const clock = new FakeClock();
  let commands = 0;
  const outbox = new Outbox({
    platform,
    connection: realtime.connection,
    clockOffset: realtime.clockOffset,
    clock,
    logger: silentLogger,
    createCommandId: () => `command-${String((commands += 1))}`,
    onSent: (message) => sentMessages.push(message),
    onChange: () => undefined,
  });
  outbox.start();
  const states = (attendanceId = 'a') =>
    outbox.outgoing(attendanceId).map(({ clientMessageId, state }) => `${clientMessageId} ${state.kind}`);
  const sent = () => sends.map(({ parameters, body }) => `${parameters?.['attendanceId'] ?? ''} ${body?.text ?? ''}`);
  return { outbox, platform, realtime, clock, sends, sent, sentMessages, states };
};

test('shows a message at once and takes it off when the platform has it', async () => {
  const { outbox, states, sent, sentMessages, clock } = createOutbox();
  outbox.send('a', 'message-1', 'hello');
  expect(outbox.outgoing('a')).toEqual([
    { clientMessageId: 'message-1', text: 'hello', queuedAt: clock.now(), state: { kind: 'sending' } },
  ]);
  await settle();
  expect(states()).toEqual([]);
  expect(sent()).toEqual(['a hello']);
  expect(sentMessages.map(({ clientMessageId }) => clientMessageId)).toEqual(['message-1']);
});

test('sends the messages of one attendance one after another, and those of others meanwhile', async () => {
  const first = createDelayed<Result<Message>>();
  const { outbox, sent } = createOutbox(first.promise);
  outbox.send('a', 'message-1', 'one');
  outbox.send('a', 'message-2', 'two');
  outbox.send('b', 'message-3', 'three');
  await settle();
  expect(sent()).toEqual(['a one', 'b three']);
  first.arrive(succeed(createMessage(1)));
  await settle();
  expect(sent()).toEqual(['a one', 'b three', 'a two']);
});

test('takes the same message twice for one while it is on its way', async () => {
  const { outbox, sent } = createOutbox();
  outbox.send('a', 'message-1', 'hello');
  outbox.send('a', 'message-1', 'hello');
  await settle();
  expect(sent()).toEqual(['a hello']);
});

test('without a network messages stay in line, in order, and go with their ids when the line is live again', async () => {
  const { outbox, realtime, clock, states, sent, sends } = createOutbox(noNetwork);
  realtime.connection.set(offline);
  outbox.send('a', 'message-1', 'one');
  outbox.send('a', 'message-2', 'two');
  await clock.advance(600_000);
  expect(states()).toEqual(['message-1 sending', 'message-2 sending']);
  expect(sent()).toEqual(['a one']);
  realtime.connection.set(live);
  await settle();
  expect(sent()).toEqual(['a one', 'a one', 'a two']);
  expect(states()).toEqual([]);
  expect(sends[1]?.body).toEqual(sends[0]?.body);
  expect(sends[1]?.commandId).toBe(sends[0]?.commandId);
});

test('an expired session keeps the text, and it goes after the agent has logged in again', async () => {
  const { outbox, realtime, states } = createOutbox({ kind: 'session-ended', reason: 'expired' });
  realtime.connection.set({ kind: 'idle' });
  outbox.send('a', 'message-1', 'one');
  await settle();
  expect(states()).toEqual(['message-1 sending']);
  realtime.connection.set({ kind: 'connecting' });
  await settle();
  expect(states()).toEqual(['message-1 sending']);
  realtime.connection.set(live);
  await settle();
  expect(states()).toEqual([]);
});

test('while the line is live, tries again in growing intervals', async () => {
  const down: Problem = { kind: 'platform-down', status: 503 };
  const { outbox, clock, sent, states } = createOutbox(down, down);
  outbox.send('a', 'message-1', 'one');
  await clock.advance(999);
  expect(sent()).toHaveLength(1);
  await clock.advance(1);
  expect(sent()).toHaveLength(2);
  await clock.advance(1999);
  expect(sent()).toHaveLength(2);
  await clock.advance(1);
  expect(sent()).toHaveLength(3);
  expect(states()).toEqual([]);
  expect(clock.pending).toBe(0);
});

test('waits as long as the platform asks to', async () => {
  const { outbox, clock, sent } = createOutbox({ kind: 'too-many-tries', retryAt: instant(20) });
  outbox.send('a', 'message-1', 'one');
  await clock.advance(19_999);
  expect(sent()).toHaveLength(1);
  await clock.advance(1);
  expect(sent()).toHaveLength(2);
});

test('a refused message waits for the agent, who sends it again with the same id or drops it', async () => {
  const refused: Problem = { kind: 'refused', code: 'not-found' };
  const { outbox, states, sends, sent } = createOutbox(refused);
  outbox.send('a', 'message-1', 'one');
  outbox.send('a', 'message-2', 'two');
  await settle();
  expect(sent()).toEqual(['a one', 'a two']);
  expect(outbox.outgoing('a')).toMatchObject([
    { clientMessageId: 'message-1', state: { kind: 'failed', problem: refused } },
  ]);
  outbox.send('a', 'message-1', 'one');
  await settle();
  expect(states()).toEqual([]);
  expect(sends[2]?.body).toEqual(sends[0]?.body);
  // A platform that remembers its answers by command would otherwise refuse it for ever.
  expect(sends[2]?.commandId).not.toBe(sends[0]?.commandId);
});

test('only a message that failed can be dropped', async () => {
  const answer = createDelayed<Result<Message>>();
  const { outbox, states } = createOutbox(answer.promise);
  outbox.send('a', 'message-1', 'one');
  outbox.discard('a', 'message-1');
  expect(states()).toEqual(['message-1 sending']);
  answer.arrive(fail({ kind: 'already-finished' }));
  await settle();
  expect(states()).toEqual(['message-1 failed']);
  outbox.discard('a', 'message-1');
  expect(states()).toEqual([]);
});

test('a message found in the conversation is off, although the answer to its sending was lost', async () => {
  const answer = createDelayed<Result<Message>>();
  const { outbox, states, sent, clock } = createOutbox(answer.promise);
  outbox.send('a', 'message-1', 'one');
  await settle();
  outbox.confirm('a', 'message-1');
  expect(states()).toEqual([]);
  answer.arrive(fail(noNetwork));
  await clock.advance(60_000);
  expect(sent()).toEqual(['a one']);
  expect(clock.pending).toBe(0);
});

const entry = (attendanceId: string, number: number, state: OutgoingEntry['state'] = { kind: 'sending' }) => {
  const id = String(number);
  return {
    attendanceId,
    clientMessageId: `earlier-${id}`,
    commandId: `old-${id}`,
    text: `was ${id}`,
    queuedAt: number,
    state,
  };
};

test('tells what the platform has not taken before it goes out, and of each that it takes', async () => {
  const { outbox, sent } = createOutbox({ kind: 'already-finished' });
  const told: string[] = [];
  outbox.unsent.onDidChange((messages) => {
    const lines = messages.map(({ attendanceId, commandId, state }) => `${attendanceId} ${commandId} ${state.kind}`);
    told.push(`${String(sent().length)} gone: ${lines.join(', ')}`);
  });
  outbox.send('a', 'message-1', 'one');
  outbox.send('b', 'message-2', 'two');
  await settle();
  expect(told).toEqual([
    '0 gone: a command-1 sending',
    '1 gone: a command-1 sending, b command-2 sending',
    '2 gone: a command-1 failed, b command-2 sending',
    '2 gone: a command-1 failed',
  ]);
});

test('what was in line when the app ended goes once the line is live, under its ids and before what was written since', async () => {
  const { outbox, realtime, sends, sent, states } = createOutbox(noNetwork);
  realtime.connection.set(offline);
  outbox.send('a', 'message-1', 'new');
  await settle();
  const refused = { kind: 'failed', problem: { kind: 'already-finished' } } as const;
  outbox.restore([entry('a', 1), entry('a', 2, refused), entry('b', 3)]);
  await settle();
  expect(sent()).toEqual(['a new']);
  expect(states()).toEqual(['earlier-1 sending', 'earlier-2 failed', 'message-1 sending']);
  realtime.connection.set(live);
  await settle();
  expect(sent().slice(1)).toEqual(['a was 1', 'b was 3', 'a new']);
  expect(sends[1]).toMatchObject({ commandId: 'old-1', body: { clientMessageId: 'earlier-1' } });
  // It waits for the agent, as before.
  expect(states()).toEqual(['earlier-2 failed']);
  expect(outbox.unsent.value).toEqual([entry('a', 2, refused)]);
});

test('what was in line goes at once where the line is live, and never twice', async () => {
  const { outbox, sent } = createOutbox();
  outbox.restore([entry('a', 1)]);
  outbox.restore([entry('a', 1)]);
  await settle();
  expect(sent()).toEqual(['a was 1']);
  expect(outbox.unsent.value).toEqual([]);
});

test('what was in line does not go where its attendance is over, or the platform had taken it after all', async () => {
  const { outbox, realtime, sent } = createOutbox();
  realtime.connection.set({ kind: 'connecting' });
  outbox.restore([entry('a', 1), entry('b', 2), entry('b', 3)]);
  outbox.keepOnly((attendanceId) => attendanceId === 'b');
  outbox.confirm('b', 'earlier-2');
  expect(outbox.unsent.value).toEqual([entry('b', 3)]);
  realtime.connection.set(live);
  await settle();
  expect(sent()).toEqual(['b was 3']);
});

test('the end of a session takes everything off, and nothing is tried again', async () => {
  const { outbox, realtime, clock, states, sent } = createOutbox(noNetwork);
  outbox.send('a', 'message-1', 'one');
  await settle();
  outbox.clear();
  expect(outbox.unsent.value).toEqual([]);
  realtime.connection.set(offline);
  realtime.connection.set(live);
  await clock.advance(60_000);
  expect(states()).toEqual([]);
  expect(sent()).toEqual(['a one']);
  expect(clock.pending).toBe(0);
});
