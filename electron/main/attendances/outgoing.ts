import type { OutgoingMessage } from '../../../shared/state/attendances';
import type { Problem } from '../../../shared/state/problem';

/** A message of the agent that the platform has not taken yet, with the id of the command that sends it. */
export interface OutgoingEntry extends OutgoingMessage {
  readonly attendanceId: string;
  readonly commandId: string;
}

/** Puts a message in line. Sent again after a refusal it goes to the end, as a new command with the same message id. */
export const enqueue = (
  entries: readonly OutgoingEntry[],
  entry: Omit<OutgoingEntry, 'state'>,
): readonly OutgoingEntry[] => {
  const earlier = entries.find(({ clientMessageId }) => clientMessageId === entry.clientMessageId);
  if (earlier?.state.kind === 'sending') return entries;
  return [...withdraw(entries, entry.clientMessageId), { ...entry, state: { kind: 'sending' } }];
};

/** Puts what was in line when the app ended before what the agent has sent since. */
export const putBack = (
  entries: readonly OutgoingEntry[],
  earlier: readonly OutgoingEntry[],
): readonly OutgoingEntry[] => [
  ...earlier.filter(({ clientMessageId }) => entries.every((entry) => entry.clientMessageId !== clientMessageId)),
  ...entries,
];

/** The platform has the message, or the agent has dropped it. */
export const withdraw = (entries: readonly OutgoingEntry[], clientMessageId: string): readonly OutgoingEntry[] => {
  const others = entries.filter((entry) => entry.clientMessageId !== clientMessageId);
  return others.length === entries.length ? entries : others;
};

export const refuse = (
  entries: readonly OutgoingEntry[],
  clientMessageId: string,
  problem: Problem,
): readonly OutgoingEntry[] =>
  entries.map((entry) =>
    entry.clientMessageId === clientMessageId ? { ...entry, state: { kind: 'failed', problem } } : entry,
  );

/** Drops a message that failed; one on its way can't be called back. */
export const discard = (entries: readonly OutgoingEntry[], clientMessageId: string): readonly OutgoingEntry[] => {
  const entry = entries.find((candidate) => candidate.clientMessageId === clientMessageId);
  return entry?.state.kind === 'failed' ? withdraw(entries, clientMessageId) : entries;
};

export const nextToSend = (entries: readonly OutgoingEntry[]): OutgoingEntry | null =>
  entries.find(({ state }) => state.kind === 'sending') ?? null;

/** Without what only main needs. */
export const toOutgoingMessages = (entries: readonly OutgoingEntry[]): OutgoingMessage[] =>
  entries.map(({ clientMessageId, text, queuedAt, state }) => ({ clientMessageId, text, queuedAt, state }));
