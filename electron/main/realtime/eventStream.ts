import { eventStreamPath } from '../../../shared/platform/endpoints';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import { heartbeatInterval } from '../../../shared/platform/events';
import type { Clock } from '../base/clock';
import { mapFailure } from '../platform/failures';
import type { Fetch } from '../platform/fetch';
import type { PlatformClock } from '../platform/platformClock';
import type { Reachability } from '../platform/reachability';
import type { StreamMessage } from './parseStreamMessage';
import { Watchdog } from './watchdog';

/** A stream that sends nothing for this long, in milliseconds, is dead although its connection stands. */
const silenceLimit = 3 * heartbeatInterval;
/** How much text may wait for the end of its message, in characters. */
const messageLimit = 2_000_000;
/** How much of an error's body is read, in characters. */
const errorBodyLimit = 64_000;

export interface EventStreamOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly platformClock: Pick<PlatformClock, 'now'>;
  readonly reachability: Reachability;
}

export interface OpenStreamOptions {
  readonly accessToken: string;
  readonly lastEventId: number | null;
  readonly signal: AbortSignal;
  readonly onMessage: (message: StreamMessage) => void;
}

/** An open stream: `finished` resolves, with why, once it has ended or was aborted. */
export interface OpenStream {
  readonly finished: Promise<Problem>;
}

const cut: Problem = { kind: 'platform-down', status: null };

/** Opens event streams and watches over them: the thin part that touches the network. */
export class EventStream {
  readonly #options: EventStreamOptions;
  readonly #host: string;

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#host = new URL(options.baseUrl).host;
  }

  /** Resolves once the platform has accepted, or with why it did not come to that. */
  async open(stream: OpenStreamOptions): Promise<Result<OpenStream>> {
    const silence = new Watchdog(this.#options.clock, silenceLimit);
    silence.restart();
    const opened = await this.#request(stream, AbortSignal.any([stream.signal, silence.signal]));
    if (!opened.ok) {
      silence.stop();
      return opened;
    }
    return succeed({ finished: this.#pump(opened.value, stream, silence).finally(() => silence.stop()) });
  }

  async #request(
    { accessToken, lastEventId, signal }: OpenStreamOptions,
    either: AbortSignal,
  ): Promise<Result<ReadableStream<Uint8Array>>> {
    const { baseUrl, fetch, reachability } = this.#options;
    try {
      const response = await fetch(`${baseUrl}${eventStreamPath}`, {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${accessToken}`,
          ...(lastEventId === null ? {} : { 'last-event-id': String(lastEventId) }),
        },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: either,
      });
      if (!response.ok) return fail(await this.#refusal(response));
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
      if (isStream && response.body !== null) {
        reachability.tellReachable();
        return succeed(response.body);
      }
      // A page of somebody's in between.
      reachability.tellUnreachable();
      await response.body?.cancel();
      return fail({ kind: 'answer-not-understood', detail: 'events: no event stream' });
    } catch (error) {
      if (!signal.aborted) reachability.tellUnreachable();
      return fail(mapFailure({ kind: 'no-answer', error, host: this.#host }));
    }
  }

  /** Reads until the stream ends, fails, falls silent or is aborted. */
  async #pump(
    body: ReadableStream<Uint8Array>,
    { signal, onMessage }: OpenStreamOptions,
    silence: Watchdog,
  ): Promise<Problem> {
    const { reachability } = this.#options;
    const reader = body.getReader();
    // Not every fetch ends the body of an answer when its signal aborts.
    const stop = () => void reader.cancel().catch(() => undefined);
    AbortSignal.any([signal, silence.signal]).addEventListener('abort', stop, { once: true });
    let problem = cut;
    try {
      const { createParser } = await import('eventsource-parser');
      const parser = createParser({ onEvent: onMessage, maxBufferSize: messageLimit });
      const decoder = new TextDecoder();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        silence.restart();
        reachability.tellReachable();
        parser.feed(decoder.decode(chunk.value, { stream: true }));
      }
    } catch (error) {
      problem = mapFailure({ kind: 'no-answer', error, host: this.#host });
    }
    stop();
    if (!signal.aborted) reachability.tellUnreachable();
    return problem;
  }

  async #refusal(response: Response): Promise<Problem> {
    const { reachability, platformClock } = this.#options;
    const body = parseJson((await response.text()).slice(0, errorBodyLimit));
    if (response.status < 500 && body !== undefined) reachability.tellReachable();
    else reachability.tellUnreachable();
    return mapFailure({
      kind: 'answer',
      operation: 'events',
      status: response.status,
      body,
      retryAfter: response.headers.get('retry-after'),
      platformNow: platformClock.now(),
    });
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
