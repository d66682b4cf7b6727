import type { PlatformEvent, SessionEndReason } from '../../../shared/platform/events';
import { assertNever } from '../../../shared/rules/assertNever';
import type { Problem, Result } from '../../../shared/state/problem';
import type { AccessTokenSource } from '../auth/accessTokens';
import type { Clock } from '../base/clock';
import type { Logger } from '../logging/logger';
import type { EventSequence } from './eventSequence';
import type { EventStream, OpenStream } from './eventStream';
import { parseStreamMessage, type StreamMessage } from './parseStreamMessage';

export interface StreamConnectionOptions {
  readonly stream: EventStream;
  readonly accessTokens: AccessTokenSource;
  /** Outlives the connection: it knows where to resume. */
  readonly sequence: EventSequence;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly onReading: () => void;
  readonly onLive: () => void;
  readonly onEvent: (event: PlatformEvent) => void;
  readonly onTime: (serverTime: string) => void;
  readonly onEndSession: (reason: SessionEndReason) => void;
  /** Reads everything that is shown. */
  readonly readEverything: () => Promise<Result<undefined>>;
}

/** How a connection ended. `stoodFor`: how long it was of use, in milliseconds; 0 where it never came to that. */
export interface ConnectionEnd {
  readonly problem: Problem;
  readonly stoodFor: number;
}

/** One connection: opens the stream, reads everything where that is needed, and hands events on until it ends. */
export class StreamConnection {
  readonly #options: StreamConnectionOptions;
  /** Aborted where reading everything failed: without it the stream is of no use. */
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;
  #readingProblem: Problem | undefined;

  constructor(options: StreamConnectionOptions) {
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#end.signal]);
  }

  /** Resolves when the connection has ended, in whichever way. Never rejects. */
  async run(): Promise<ConnectionEnd> {
    const { sequence, clock, onLive } = this.#options;
    sequence.reopen();
    const opened = await this.#open();
    if (!opened.ok) return { problem: opened.problem, stoodFor: 0 };
    const openedAt = clock.now();
    if (sequence.isBehind) void this.#catchUp();
    else onLive();
    const problem = await opened.value.finished;
    this.#end.abort();
    if (this.#readingProblem !== undefined) return { problem: this.#readingProblem, stoodFor: 0 };
    return { problem, stoodFor: Math.max(1, clock.now() - openedAt) };
  }

  async #open(): Promise<Result<OpenStream>> {
    const { accessTokens } = this.#options;
    const token = await accessTokens.getAccessToken();
    if (!token.ok) return token;
    const opened = await this.#openWith(token.value);
    if (opened.ok || opened.problem.kind !== 'refused' || opened.problem.code !== 'invalid-token') return opened;
    const renewed = await accessTokens.renew(token.value);
    return renewed.ok ? this.#openWith(renewed.value) : renewed;
  }

  #openWith(accessToken: string): Promise<Result<OpenStream>> {
    return this.#options.stream.open({
      accessToken,
      lastEventId: this.#options.sequence.resumeAfter,
      signal: this.#signal,
      onMessage: (message) => this.#take(message),
    });
  }

  /** Reads everything, once more for each loss that came in between, then goes live. */
  async #catchUp(): Promise<void> {
    const { sequence, readEverything, onReading, onEvent, onLive } = this.#options;
    onReading();
    while (!this.#signal.aborted) {
      const token = sequence.beginReading();
      const read = await readEverything();
      if (this.#signal.aborted) return;
      if (!read.ok) {
        this.#readingProblem = read.problem;
        this.#end.abort();
        return;
      }
      const events = sequence.finishReading(token);
      if (events === null) continue;
      for (const event of events) onEvent(event);
      onLive();
      return;
    }
  }

  #take(message: StreamMessage): void {
    if (this.#signal.aborted) return;
    const { sequence, logger, onEvent, onTime, onEndSession } = this.#options;
    const parsed = parseStreamMessage(message);
    if (parsed.kind === 'unknown-type')
      logger.debug('an event of a type this version does not know', { id: parsed.id });
    if (parsed.kind === 'malformed') {
      logger.warn('an event could not be understood; everything is read again', {
        id: parsed.id,
        type: parsed.type.slice(0, 40),
        path: parsed.path,
      });
    }
    const taken = sequence.take(parsed);
    switch (taken.kind) {
      case 'deliver':
        return onEvent(taken.event);
      case 'learn-time':
        return onTime(taken.serverTime);
      case 'read-again':
        return void this.#catchUp();
      case 'end-session':
        return onEndSession(taken.reason);
      case 'nothing':
        return;
      default:
        assertNever(taken);
    }
  }
}
