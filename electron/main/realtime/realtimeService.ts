import { randomUUID } from 'node:crypto';
import type { PlatformEvent, SessionEndReason } from '../../../shared/platform/events';
import type { ConnectionState } from '../../../shared/state/connection';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import type { AccessTokenSource } from '../auth/accessTokens';
import { pause } from '../base/clock';
import { Emitter, ObservableState, type Observable, type Unsubscribe } from '../base/observable';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import type { PlatformClock } from '../platform/platformClock';
import { EventSequence } from './eventSequence';
import { EventStream, type EventStreamOptions } from './eventStream';
import type { Realtime } from './realtime';
import { reconnectDelay } from './reconnectDelay';
import { StreamConnection, type ConnectionEnd } from './streamConnection';

export interface RealtimeServiceOptions extends EventStreamOptions {
  readonly accessTokens: AccessTokenSource;
  readonly platformClock: PlatformClock;
  readonly logger: Logger;
  /** From 0 up to 1, for the spread of reconnections. */
  readonly random?: () => number;
}

/** A connection that stood this long, in milliseconds, was a good one: after it the pauses start over. */
const stableAfter = 10_000;

/**
 * Holds the line to the platform while somebody is signed in: connects, has everything read, delivers events in order,
 * and when the line is cut tries again for ever. The states are drawn at `connectionStateSchema`.
 */
export class RealtimeService implements Realtime {
  readonly #options: RealtimeServiceOptions;
  readonly #stream: EventStream;
  readonly #connection = new ObservableState<ConnectionState>({ kind: 'idle' });
  readonly #events = new Emitter<PlatformEvent>();
  readonly #sessionEnds = new Emitter<SessionEndReason>();
  readonly #readers = new Set<() => Promise<Result<undefined>>>();
  /** Ends everything from one `start` to the next. */
  #stop = new AbortController();
  /** Ends the pause before the next attempt. */
  #wake = new AbortController();
  /** Ends the connection that stands or is being made. */
  #cut = new AbortController();
  /** What was received counts for nothing any more: the next connection reads everything. */
  #isStale = false;
  #attempt = 0;
  /** When the platform was lost, in milliseconds since 1970; null while it is not. */
  #lostAt: number | null = null;

  constructor(options: RealtimeServiceOptions) {
    this.#options = options;
    this.#stream = new EventStream(options);
  }

  get connection(): Observable<ConnectionState> {
    return this.#connection;
  }

  get clockOffset(): Observable<number> {
    return this.#options.platformClock.offset;
  }

  onEvent(listener: (event: PlatformEvent) => void): Unsubscribe {
    return this.#events.on(listener);
  }

  onReadAgain(reader: () => Promise<Result<undefined>>): Unsubscribe {
    this.#readers.add(reader);
    return () => void this.#readers.delete(reader);
  }

  /** The platform said on the stream that it ended the session. */
  onDidEndSession(listener: (reason: SessionEndReason) => void): Unsubscribe {
    return this.#sessionEnds.on(listener);
  }

  /** There is a session. Starts from nothing: what an earlier session had received is not resumed. */
  start(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#attempt = 0;
    this.#lostAt = null;
    this.#connection.set({ kind: 'connecting' });
    void this.#run(this.#stop.signal);
  }

  stop(): void {
    this.#stop.abort();
    this.#connection.set({ kind: 'idle' });
  }

  /** The agent does not want to wait for the next try. */
  retryNow(): void {
    this.#wake.abort();
  }

  /** The network has changed, or the session may be over: a line that looks alive may be dead, so a new one is made at once. */
  verify(): void {
    this.#attempt = 0;
    this.#cut.abort();
    this.#wake.abort();
  }

  /** The computer slept, for hours perhaps: a new line is made, and everything is read before it counts as live. */
  wakeUp(): void {
    this.#isStale = true;
    this.verify();
  }

  async #run(stopped: AbortSignal): Promise<void> {
    let sequence = new EventSequence();
    while (!stopped.aborted) {
      if (this.#isStale) sequence = new EventSequence();
      this.#isStale = false;
      this.#cut = new AbortController();
      const cut = this.#cut.signal;
      const end = await this.#connect(sequence, AbortSignal.any([stopped, cut]));
      if (stopped.aborted) return;
      if (cut.aborted) {
        if (this.#connection.value.kind === 'live') this.#tellConnecting();
      } else {
        await this.#waitAfter(end, stopped);
      }
    }
  }

  #connect(sequence: EventSequence, signal: AbortSignal): Promise<ConnectionEnd> {
    const { accessTokens, clock, logger, platformClock } = this.#options;
    return new StreamConnection({
      stream: this.#stream,
      accessTokens,
      sequence,
      clock,
      logger,
      signal,
      onReading: () => this.#tellConnecting(),
      onLive: () => {
        this.#lostAt = null;
        this.#connection.set({ kind: 'live' });
      },
      onEvent: (event) => this.#deliver(event),
      onTime: (serverTime) => platformClock.learn(serverTime),
      onEndSession: (reason) => this.#sessionEnds.emit(reason),
      readEverything: () => this.#readEverything(),
    }).run();
  }

  async #waitAfter({ problem, stoodFor }: ConnectionEnd, stopped: AbortSignal): Promise<void> {
    const { clock, logger, random = Math.random } = this.#options;
    if (stoodFor >= stableAfter) this.#attempt = 0;
    const attempt = this.#attempt;
    this.#attempt += 1;
    const delay = reconnectDelay(attempt, random());
    const since = (this.#lostAt ??= clock.now());
    logger.info('the line to the platform is down', { problem: problem.kind, attempt, delay });
    // A single cut is mended before anybody needs to hear of it.
    const isHiccup = stoodFor > 0 && attempt === 0;
    if (isHiccup) this.#tellConnecting();
    else this.#connection.set({ kind: 'offline', since, nextTryAt: clock.now() + delay, problem });
    this.#wake = new AbortController();
    await pause(clock, delay, AbortSignal.any([stopped, this.#wake.signal]));
    if (!stopped.aborted && !isHiccup) this.#connection.set({ kind: 'offline', since, nextTryAt: null, problem });
  }

  #tellConnecting(): void {
    if (this.#connection.value.kind !== 'connecting') this.#connection.set({ kind: 'connecting' });
  }

  /** A listener with a defect must not cost the others their event, nor the line. */
  #deliver(event: PlatformEvent): void {
    try {
      this.#events.emit(event);
    } catch (error) {
      this.#options.logger.error('a listener failed on an event', { type: event.type, ...describeError(error) });
    }
  }

  async #readEverything(): Promise<Result<undefined>> {
    const results = await Promise.allSettled([...this.#readers].map((reader) => reader()));
    for (const result of results) {
      if (result.status === 'rejected') return fail(this.#unexpected(result.reason));
      if (!result.value.ok) return result.value;
    }
    return succeed(undefined);
  }

  #unexpected(error: unknown): Problem {
    const incident = randomUUID();
    this.#options.logger.error('reading everything again failed', { incident, ...describeError(error) });
    return { kind: 'unexpected', incident };
  }
}
