import { notFound } from '../http/problemError';
import type { Channel } from '../../shared/platform/primitives';
import type { Disposition } from '../../shared/platform/attendances';
import type { PauseReason } from '../../shared/platform/queues';

/** A queue as the administrator set it up. */
export interface QueueDefinition {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  /** The number, address or page customers write to. */
  readonly origin: string;
  readonly pauseReasons: readonly PauseReason[];
  readonly dispositions: readonly Disposition[];
}

/** The customer's queues, which only an administrator changes. */
export class QueueCatalogue {
  constructor(private readonly definitions: readonly QueueDefinition[]) {}

  all(): readonly QueueDefinition[] {
    return this.definitions;
  }

  /** Throws `not-found`. */
  get(id: string): QueueDefinition {
    const definition = this.definitions.find((queue) => queue.id === id);
    if (!definition) throw notFound();
    return definition;
  }
}
