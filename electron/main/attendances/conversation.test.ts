import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../shared/platform/attendances';
import { createMessage, createMessages } from './attendanceFixtures';
import { failLoading, findGap, hearMessages, keepNewest, newestFromCustomer } from './conversation';
import { takePage, unreadConversation } from './conversation';
import type { Conversation, MessagePage } from './conversation';

const sequences = ({ messages }: Conversation) => messages.map(({ sequence }) => sequence);
const load = (from: number, to: number, hasOlder = from > 1) =>
  takePage(unreadConversation, { messages: createMessages(from, to), hasOlder });

test('a first page is the conversation, and says whether there is more before it', () => {
  expect(load(3, 5).load).toEqual({ kind: 'loaded', hasOlder: true });
  expect(sequences(load(3, 5))).toEqual([3, 4, 5]);
  expect(takePage(unreadConversation, { messages: [], hasOlder: false })).toEqual({
    load: { kind: 'loaded', hasOlder: false },
    messages: [],
  });
});

test('keeps what events told before the first page arrived, but no old message that stands alone before it', () => {
  const early = hearMessages(unreadConversation, [createMessage(1)]);
  const heard = hearMessages(early, [createMessage(9)]);
  expect(sequences(takePage(heard, { messages: createMessages(5, 8), hasOlder: true }))).toEqual([5, 6, 7, 8, 9]);
});

test('takes in each message once, in its place', () => {
  const conversation = hearMessages(load(1, 3), [createMessage(4), createMessage(2), createMessage(4)]);
  expect(sequences(conversation)).toEqual([1, 2, 3, 4]);
});

test('leaves out what an event tells of from before the part that is loaded', () => {
  const loaded = load(10, 12);
  expect(hearMessages(loaded, [createMessage(9, { delivery: 'read' })])).toBe(loaded);
});

test('an older page goes before the rest and decides whether there is still more', () => {
  const conversation = takePage(load(10, 12), { messages: createMessages(7, 9), hasOlder: false });
  expect(sequences(conversation)).toEqual([7, 8, 9, 10, 11, 12]);
  expect(conversation.load).toEqual({ kind: 'loaded', hasOlder: false });
});

test('the newest page read again does not say that there is more before the oldest known', () => {
  const conversation = takePage(load(1, 6), { messages: createMessages(4, 8), hasOlder: true });
  expect(sequences(conversation)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(conversation.load).toEqual({ kind: 'loaded', hasOlder: false });
});

test('a message gets further on its way, never back', () => {
  const sent = createMessage(1, { direction: 'from-agent' });
  const read = hearMessages(takePage(unreadConversation, { messages: [sent], hasOlder: false }), [
    { ...sent, delivery: 'read' },
  ]);
  expect(hearMessages(read, [{ ...sent, delivery: 'delivered' }]).messages[0]?.delivery).toBe('read');
});

test.each([
  [[], null],
  [[7], null],
  [[1, 2, 3], null],
  [[1, 2, 5], { before: 5, limit: 2 }],
  [[1, 4, 7], { before: 7, limit: 2 }],
  [[1, 500], { before: 500, limit: 200 }],
])('of %j asks for the gap %j', (known, expected) => {
  expect(findGap(known.map((sequence) => createMessage(sequence)))).toEqual(expected);
});

test('a failure shows only where nothing has been read before', () => {
  const problem = { kind: 'no-network' } as const;
  expect(failLoading(unreadConversation, problem).load).toEqual({ kind: 'failed', problem });
  const loaded = load(1, 3);
  expect(failLoading(loaded, problem)).toBe(loaded);
});

test('keeps the newest messages of a conversation that is left, and knows that there are older ones', () => {
  const kept = keepNewest(load(1, 9), 4);
  expect(sequences(kept)).toEqual([6, 7, 8, 9]);
  expect(kept.load).toEqual({ kind: 'loaded', hasOlder: true });
});

test('finds how far the customer has written', () => {
  expect(newestFromCustomer(unreadConversation)).toBeNull();
  expect(newestFromCustomer(hearMessages(load(1, 3), [createMessage(4, { direction: 'from-agent' })]))).toBe(3);
});

test('has every message in order after any events, pages and repetitions, once its gaps are read', () => {
  const readPage = (all: readonly Message[], before: number, limit: number): MessagePage => {
    const older = all.filter(({ sequence }) => sequence < before);
    return { messages: older.slice(-limit), hasOlder: older.length > limit };
  };
  const act = fc.record({
    isPage: fc.boolean(),
    upTo: fc.nat(300),
    index: fc.nat(300),
    size: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.array(act, { maxLength: 30, size: 'max' }), (total, acts) => {
      const all = createMessages(1, total);
      let conversation = unreadConversation;
      for (const { isPage, upTo, index, size } of acts) {
        const page = readPage(all.slice(0, upTo), Number.POSITIVE_INFINITY, size);
        conversation = isPage
          ? takePage(conversation, page)
          : hearMessages(conversation, all.slice(index, index + size));
      }
      conversation = takePage(conversation, readPage(all, Number.POSITIVE_INFINITY, 50));
      for (let gap = findGap(conversation.messages); gap !== null; gap = findGap(conversation.messages)) {
        conversation = takePage(conversation, readPage(all, gap.before, gap.limit));
      }
      const oldest = sequences(conversation)[0] ?? 0;
      expect(sequences(conversation)).toEqual(all.slice(oldest - 1).map(({ sequence }) => sequence));
    }),
  );
});
