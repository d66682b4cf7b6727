import type { Message } from '../../../../shared/platform/attendances';
import type { OutgoingMessage } from '../../../../shared/state/attendances';

/**
 * One row of the conversation, one message. Keys stay the same when a message on its way arrives or older ones are
 * loaded: by them the view holds on to what is being read.
 */
export type MessageRow =
  | ({ readonly kind: 'message'; readonly message: Message } & RowPlace)
  | ({ readonly kind: 'outgoing'; readonly outgoing: OutgoingMessage } & RowPlace);

interface RowPlace {
  readonly key: string;
  /** By the platform's clock, in milliseconds since 1970. */
  readonly at: number;
  /** First of its day: a divider stands above it. */
  readonly startsDay: boolean;
  /** First of a run by one sender within one minute: it carries the sender. */
  readonly startsGroup: boolean;
  /** Last of that run: it carries the time. */
  readonly endsGroup: boolean;
}

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly sender: string;
  readonly content:
    | { readonly kind: 'message'; readonly message: Message }
    | { readonly kind: 'outgoing'; readonly outgoing: OutgoingMessage };
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const startOfMinute = (at: number): number => new Date(at).setSeconds(0, 0);

const listEntries = (
  messages: readonly Message[],
  outgoing: readonly OutgoingMessage[],
  ownName: string,
  clockOffset: number,
): Entry[] => {
  const arrived = new Set(messages.map(({ clientMessageId }) => clientMessageId));
  return [
    ...messages.map((message): Entry => ({
      key: message.clientMessageId ?? message.id,
      at: Date.parse(message.at),
      sender: `${message.direction}/${message.authorName}`,
      content: { kind: 'message', message },
    })),
    // Between the platform's answer and the event of the same message both may be there for a moment.
    ...outgoing
      .filter(({ clientMessageId }) => !arrived.has(clientMessageId))
      .map((message): Entry => ({
        key: message.clientMessageId,
        at: message.queuedAt + clockOffset,
        sender: `from-agent/${ownName}`,
        content: { kind: 'outgoing', outgoing: message },
      })),
  ];
};

const isSameGroup = (left: Entry | undefined, right: Entry | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  left.sender === right.sender &&
  startOfMinute(left.at) === startOfMinute(right.at);

/**
 * The rows of a conversation: where a new day begins, and messages grouped by sender and minute, in this computer's
 * time zone. The order is the platform's; what is still on its way comes last.
 *
 * @param ownName the agent's name, as the platform puts it on messages
 * @param clockOffset what to add to this computer's clock to get the platform's, in milliseconds
 */
export const buildMessageRows = (
  messages: readonly Message[],
  outgoing: readonly OutgoingMessage[],
  ownName: string,
  clockOffset: number,
): readonly MessageRow[] => {
  const entries = listEntries(messages, outgoing, ownName, clockOffset);
  return entries.map((entry, index): MessageRow => {
    const previous = entries[index - 1];
    return {
      ...entry.content,
      key: entry.key,
      at: entry.at,
      startsDay: previous === undefined || startOfDay(previous.at) !== startOfDay(entry.at),
      startsGroup: !isSameGroup(previous, entry),
      endsGroup: !isSameGroup(entry, entries[index + 1]),
    };
  });
};

/** How a day divider reads. */
export type DayLabel = 'today' | 'yesterday' | 'date';

/** @param now by the platform's clock, in milliseconds since 1970 */
export const labelDay = (day: number, now: number): DayLabel => {
  const today = startOfDay(now);
  if (startOfDay(day) === today) return 'today';
  const yesterday = new Date(today);
  // Not 24 hours back: the day the clocks change is longer or shorter.
  yesterday.setDate(yesterday.getDate() - 1);
  return startOfDay(day) === yesterday.getTime() ? 'yesterday' : 'date';
};

/** How many messages that are not the agent's own came after the last one seen. */
export const countUnseen = (messages: readonly Message[], lastSeenSequence: number): number =>
  messages.filter(({ sequence, direction }) => sequence > lastSeenSequence && direction !== 'from-agent').length;
