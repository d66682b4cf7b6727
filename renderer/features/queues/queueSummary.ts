import type { Channel } from '../../../shared/platform/primitives';
import type { Presence, Queue } from '../../../shared/platform/queues';

/** How many of an agent's queues are in which state. `loggedIn` counts the paused ones, too. */
export interface QueueCounts {
  readonly total: number;
  readonly loggedIn: number;
  readonly online: number;
  readonly paused: number;
}

/** Counts queues by their state. */
export const countQueues = (queues: readonly Queue[]): QueueCounts => {
  const online = queues.filter(({ state }) => state.kind === 'logged-in').length;
  const paused = queues.filter(({ state }) => state.kind === 'paused').length;
  return { total: queues.length, loggedIn: online + paused, online, paused };
};

/** The queues of one channel, by name. */
export interface ChannelGroup {
  readonly channel: Channel;
  readonly queues: readonly Queue[];
}

const channelOrder: readonly Channel[] = ['whatsapp', 'webchat', 'email', 'voice'];

/** Groups queues by channel, always in the same order, so that a row never moves when its state changes. */
export const groupByChannel = (queues: readonly Queue[], language: string): readonly ChannelGroup[] => {
  const collator = new Intl.Collator(language, { numeric: true });
  return channelOrder.flatMap((channel) => {
    const members = queues.filter((queue) => queue.channel === channel);
    members.sort((left, right) => collator.compare(left.name, right.name));
    return members.length === 0 ? [] : [{ channel, queues: members }];
  });
};

/** The queues that "Entrar em todas" logs in to. */
export const queuesToEnter = (queues: readonly Queue[]): readonly string[] =>
  queues.filter(({ state }) => state.kind === 'logged-out').map(({ id }) => id);

/** The queues that "Sair de todas" logs out of. */
export const queuesToLeave = (queues: readonly Queue[]): readonly string[] =>
  queues.filter(({ state }) => state.kind !== 'logged-out').map(({ id }) => id);

/** The queues the platform paused by itself after missed offers; none while no automatic pause holds. */
export const automaticallyPausedQueues = (presence: Presence | null): readonly string[] =>
  presence?.automaticPause
    ? presence.queues
        .filter(({ state }) => state.kind === 'paused' && state.startedBy === 'platform')
        .map(({ id }) => id)
    : [];
