import type { Presence } from '../../../shared/platform/queues';
import type { PresenceState } from '../../../shared/state/presence';
import { fail, succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import type { Clock } from '../base/clock';
import { ObservableState } from '../base/observable';
import type { Observable, Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import type { Realtime } from '../realtime/realtime';
import { newerPresence } from './newerPresence';

export interface QueueServiceOptions {
  readonly platform: Platform;
  readonly realtime: Pick<Realtime, 'onEvent' | 'onReadAgain'>;
  readonly logger: Logger;
  readonly clock: Pick<Clock, 'now'>;
}

const nothingHeard: PresenceState = { presence: null, heardAt: null };
const sessionOver = fail({ kind: 'session-ended', reason: 'unknown' });

/**
 * Owns what is known of the agent's presence, which the platform alone computes. Changes it only when the agent says
 * so: nothing here logs in to a queue, out of one, or pauses by itself.
 */
export class QueueService {
  readonly #options: QueueServiceOptions;
  readonly #state = new ObservableState<PresenceState>(nothingHeard);
  #session = new AbortController();
  #isNewSession = true;
  #lastCommand: Promise<unknown> = Promise.resolve();

  constructor(options: QueueServiceOptions) {
    this.#options = options;
  }

  get state(): Observable<PresenceState> {
    return this.#state;
  }

  /** Takes part in the line from the platform until the returned function is called. */
  start(): Unsubscribe {
    const { realtime } = this.#options;
    const unsubscribes = [
      realtime.onEvent((event) => {
        if (event.type === 'presence-changed') this.#hear(event.presence);
      }),
      realtime.onReadAgain(() => this.#ask((signal) => this.#options.platform.call('readPresence', { signal }))),
    ];
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }

  /** The same agent has logged in again: what is shown stays until the platform says something, whatever its revision. */
  beginSession(): void {
    this.#endSession();
  }

  /** The session has ended: forgets everything. Commands still waiting answer `session-ended`. */
  clear(): void {
    this.#endSession();
    this.#state.set(nothingHeard);
  }

  logIn(queueIds: readonly string[]): Promise<Result<undefined>> {
    const body = { queueIds: [...queueIds] };
    return this.#command('log-in', (signal) => this.#options.platform.call('logInToQueues', { body, signal }));
  }

  logOut(queueIds: readonly string[]): Promise<Result<undefined>> {
    const body = { queueIds: [...queueIds] };
    return this.#command('log-out', (signal) => this.#options.platform.call('logOutOfQueues', { body, signal }));
  }

  pause(queueId: string, reasonId: string): Promise<Result<undefined>> {
    const parameters = { queueId };
    const body = { reasonId };
    return this.#command('pause', (signal) => this.#options.platform.call('pauseQueue', { parameters, body, signal }));
  }

  resume(queueId: string): Promise<Result<undefined>> {
    const parameters = { queueId };
    return this.#command('resume', (signal) => this.#options.platform.call('resumeQueue', { parameters, signal }));
  }

  /** One command after the other, in the order the agent gave them: the platform ends up with the last choice. */
  #command(name: string, send: (signal: AbortSignal) => Promise<Result<Presence>>): Promise<Result<undefined>> {
    const { signal } = this.#session;
    const turn = this.#lastCommand.then(async () => {
      if (signal.aborted) return sessionOver;
      const result = await this.#ask(send, signal);
      if (!result.ok)
        this.#options.logger.info('queue command failed', { command: name, problem: result.problem.kind });
      return result;
    });
    this.#lastCommand = turn.catch(() => undefined);
    return turn;
  }

  async #ask(
    send: (signal: AbortSignal) => Promise<Result<Presence>>,
    signal = this.#session.signal,
  ): Promise<Result<undefined>> {
    const answer = await send(signal);
    if (signal.aborted) return sessionOver;
    if (!answer.ok) return answer;
    this.#hear(answer.value);
    return succeed(undefined);
  }

  #hear(heard: Presence): void {
    const shown = this.#isNewSession ? null : this.#state.value.presence;
    if (newerPresence(shown, heard) !== heard) return;
    this.#isNewSession = false;
    this.#state.set({ presence: heard, heardAt: this.#options.clock.now() });
  }

  #endSession(): void {
    this.#session.abort();
    this.#session = new AbortController();
    this.#isNewSession = true;
  }
}
