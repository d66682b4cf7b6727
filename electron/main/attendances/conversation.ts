import type { Message } from '../../../shared/platform/attendances';
import type { EndpointAnswer } from '../../../shared/platform/endpoints';
import type { ConversationState } from '../../../shared/state/attendances';
import type { Problem } from '../../../shared/state/problem';

/** The messages known of one attendance, and how far reading them has come. Never changed in place. */
export interface Conversation {
  readonly load: ConversationState['load'];
  /** In order of `sequence`. */
  readonly messages: readonly Message[];
}

/** Messages that are missing: the newest `limit` before this sequence. */
export interface Gap {
  readonly before: number;
  readonly limit: number;
}

export type MessagePage = EndpointAnswer<'readMessages'>;

/** How many messages a page has: at first, and at most. */
export const firstPageSize = 50;
export const largestPageSize = 200;

export const unreadConversation: Conversation = { load: { kind: 'loading' }, messages: [] };

/** Messages have come by an event or as an answer. Those from before the part that is loaded are left out. */
export const hearMessages = (conversation: Conversation, messages: readonly Message[]): Conversation => {
  const oldest = conversation.messages[0]?.sequence ?? 0;
  const wanted = messages.filter(({ sequence }) => sequence >= oldest);
  return wanted.length === 0 ? conversation : { ...conversation, messages: merge(conversation.messages, wanted) };
};

/** A page has been read: the newest of all, one that closes a gap, or one from before the oldest. */
export const takePage = (conversation: Conversation, page: MessagePage): Conversation => {
  const oldestRead = page.messages[0]?.sequence ?? Number.POSITIVE_INFINITY;
  const loaded = { kind: 'loaded', hasOlder: page.hasOlder } as const;
  if (conversation.load.kind !== 'loaded') {
    // Until now only events have told of messages; an old one that came once more must not stand alone before the page.
    const known = conversation.messages.filter(({ sequence }) => page.messages.length === 0 || sequence > oldestRead);
    return { load: loaded, messages: merge(known, page.messages) };
  }
  const oldestKnown = conversation.messages[0]?.sequence ?? Number.POSITIVE_INFINITY;
  // Only the page that reaches furthest back knows whether there is more before it.
  const load = oldestRead > oldestKnown ? conversation.load : loaded;
  return { load, messages: merge(conversation.messages, page.messages) };
};

/** Reading has failed. What was read before stays on the screen, since it is still true. */
export const failLoading = (conversation: Conversation, problem: Problem): Conversation =>
  conversation.load.kind === 'loaded' ? conversation : { ...conversation, load: { kind: 'failed', problem } };

/** The page to ask for where sequence numbers are missing, the newest gap first; null where there is no gap. */
export const findGap = (messages: readonly Message[]): Gap | null => {
  const newestFirst = messages.map(({ sequence }) => sequence).reverse();
  for (const [index, sequence] of newestFirst.entries()) {
    const missing = sequence - (newestFirst[index + 1] ?? sequence - 1) - 1;
    if (missing > 0) return { before: sequence, limit: Math.min(missing, largestPageSize) };
  }
  return null;
};

/** Keeps the newest `count` messages, for a conversation that is no longer on the screen. */
export const keepNewest = (conversation: Conversation, count: number): Conversation =>
  conversation.load.kind !== 'loaded' || conversation.messages.length <= count
    ? conversation
    : { load: { kind: 'loaded', hasOlder: true }, messages: conversation.messages.slice(-count) };

/** The sequence of the newest message of the customer, or null. */
export const newestFromCustomer = ({ messages }: Conversation): number | null =>
  messages.findLast(({ direction }) => direction === 'from-customer')?.sequence ?? null;

const deliveryOrder: Readonly<Record<Message['delivery'], number>> = { sent: 0, delivered: 1, read: 2 };

const merge = (known: readonly Message[], incoming: readonly Message[]): readonly Message[] => {
  const bySequence = new Map(known.map((message) => [message.sequence, message]));
  for (const message of incoming) {
    const before = bySequence.get(message.sequence);
    // A message that was read does not become unread by an event that comes once more.
    const isFurther = before !== undefined && deliveryOrder[before.delivery] > deliveryOrder[message.delivery];
    bySequence.set(message.sequence, isFurther ? { ...message, delivery: before.delivery } : message);
  }
  return [...bySequence.values()].sort((left, right) => left.sequence - right.sequence);
};
