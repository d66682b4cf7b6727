import { createParser } from 'eventsource-parser';
import { eventStreamPath } from '../../shared/platform/endpoints';
import { platformEventSchema, type PlatformEvent } from '../../shared/platform/events';

export interface ReceivedEvent {
  readonly id: string | null;
  readonly event: PlatformEvent;
}

type EventOf<Type extends PlatformEvent['type']> = Extract<PlatformEvent, { type: Type }>;

/** A client of the event stream that checks every event against the contract. */
export class EventReader {
  readonly received: ReceivedEvent[] = [];
  readonly comments: string[] = [];
  readonly headers: Headers;
  /** Settles when the platform has ended the stream. */
  readonly ended: Promise<void>;
  private readonly wakes = new Set<() => void>();

  private constructor(
    response: Response,
    private readonly abort: AbortController,
  ) {
    this.headers = response.headers;
    this.ended = this.read(response);
  }

  /** Throws the status where the platform refuses. */
  static async open(url: string, accessToken: string, lastEventId: string | null = null): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(`${url}${eventStreamPath}`, {
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
      },
      signal: abort.signal,
    });
    if (!response.ok) throw new Error(`refused with ${response.status}`);
    return new EventReader(response, abort);
  }

  get lastId(): string | null {
    return this.received.findLast(({ id }) => id !== null)?.id ?? null;
  }

  all<Type extends PlatformEvent['type']>(type: Type): EventOf<Type>[] {
    return this.received.flatMap(({ event }) => (isOfType(event, type) ? [event] : []));
  }

  /** The first event of a type that fits, as soon as there is one. */
  async next<Type extends PlatformEvent['type']>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): Promise<EventOf<Type>> {
    for (;;) {
      const found = this.all(type).find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.wakes.add(resolve));
    }
  }

  close(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    const parser = createParser({
      onEvent: ({ id, event, data }) => {
        const parsed = platformEventSchema.parse(JSON.parse(data));
        if (parsed.type !== event) throw new Error(`event ${event ?? ''} carries ${parsed.type}`);
        this.received.push({ id: id ?? null, event: parsed });
        for (const wake of this.wakes) wake();
        this.wakes.clear();
      },
      onComment: (comment) => this.comments.push(comment),
    });
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    try {
      for (;;) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return;
        const bytes: unknown = chunk.value;
        if (bytes instanceof Uint8Array) parser.feed(decoder.decode(bytes, { stream: true }));
      }
    } catch (error) {
      if (error instanceof Error && error.name !== 'AbortError' && error.message !== 'terminated') throw error;
    }
  }
}

const isOfType = <Type extends PlatformEvent['type']>(event: PlatformEvent, type: Type): event is EventOf<Type> =>
  event.type === type;
