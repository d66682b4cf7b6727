import type { Message } from '../../../shared/platform/attendances';
import type { ConnectionState } from '../../../shared/state/connection';
import type { OutgoingMessage } from '../../../shared/state/attendances';
import type { Problem, Result } from '../../../shared/state/problem';
import type { Clock } from '../base/clock';
import { ObservableState, type Observable, type Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import { discard, enqueue, nextToSend, putBack, refuse, toOutgoingMessages, withdraw } from './outgoing';
import type { OutgoingEntry } from './outgoing';
import { isTemporary } from './temporaryProblem';

export interface OutboxOptions {
  readonly platform: Platform;
  readonly connection: Observable<ConnectionState>;
  readonly clockOffset: Observable<number>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly createCommandId: () => string;
  /** The platform has taken a message. */
  readonly onSent: (message: Message) => void;
  /** What is on its way in this attendance has changed. */
  readonly onChange: (attendanceId: string) => void;
}

/** The messages on their way in one attendance. `isHeld`: the last try failed, and the next is not due yet. */
interface Line {
  entries: readonly OutgoingEntry[];
  isSending: boolean;
  isHeld: boolean;
  failures: number;
  cancelRetry: Unsubscribe;
}

/** Waits between tries while the line is live, in milliseconds. */
const firstWait = 1_000;
const longestWait = 30_000;

const nothing = (): void => undefined;

/**
 * Sends the agent's messages, in each attendance one after the other. What fails for want of the platform stays in line
 * and is tried again; what the platform refuses waits for the agent.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #lines = new Map<string, Line>();
  readonly #unsent = new ObservableState<readonly OutgoingEntry[]>([]);
  #session = new AbortController();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  start(): Unsubscribe {
    return this.#options.connection.onDidChange(({ kind }) => {
      if (kind !== 'live') return;
      for (const attendanceId of [...this.#lines.keys()]) this.#release(attendanceId);
    });
  }

  /** What the platform has not taken yet, in every attendance in the order it goes. Told of before it goes out. */
  get unsent(): Observable<readonly OutgoingEntry[]> {
    return this.#unsent;
  }

  outgoing(attendanceId: string): OutgoingMessage[] {
    return toOutgoingMessages(this.#lines.get(attendanceId)?.entries ?? []);
  }

  send(attendanceId: string, clientMessageId: string, text: string): void {
    const line = this.#lineOf(attendanceId);
    const { clock, createCommandId } = this.#options;
    const entry = { attendanceId, clientMessageId, text, queuedAt: clock.now(), commandId: createCommandId() };
    this.#change(attendanceId, line, enqueue(line.entries, entry));
    void this.#sendNext(attendanceId, line);
  }

  /**
   * Puts back in line what was in it when the app ended. It goes once the line to the platform is live: by then it is
   * known whose the attendances are, and which messages the platform had taken after all.
   */
  restore(earlier: readonly OutgoingEntry[]): void {
    for (const attendanceId of new Set(earlier.map((entry) => entry.attendanceId))) {
      const line = this.#lineOf(attendanceId);
      const own = earlier.filter((entry) => entry.attendanceId === attendanceId);
      line.isHeld = this.#options.connection.value.kind !== 'live';
      this.#change(attendanceId, line, putBack(line.entries, own));
      void this.#sendNext(attendanceId, line);
    }
  }

  discard(attendanceId: string, clientMessageId: string): void {
    const line = this.#lines.get(attendanceId);
    if (line !== undefined) this.#change(attendanceId, line, discard(line.entries, clientMessageId));
  }

  /** The message is in the conversation, whatever became of the answer to the command that sent it. */
  confirm(attendanceId: string, clientMessageId: string): void {
    const line = this.#lines.get(attendanceId);
    if (line !== undefined) this.#change(attendanceId, line, withdraw(line.entries, clientMessageId));
  }

  /** Forgets what is on its way in every attendance but these. */
  keepOnly(isKept: (attendanceId: string) => boolean): void {
    for (const [attendanceId, line] of [...this.#lines]) {
      if (!isKept(attendanceId)) this.#drop(attendanceId, line);
    }
    this.#tellUnsent();
  }

  clear(): void {
    this.#session.abort();
    this.#session = new AbortController();
    this.keepOnly(() => false);
  }

  #lineOf(attendanceId: string): Line {
    const known = this.#lines.get(attendanceId);
    if (known !== undefined) return known;
    const line = { entries: [], isSending: false, isHeld: false, failures: 0, cancelRetry: nothing };
    this.#lines.set(attendanceId, line);
    return line;
  }

  async #sendNext(attendanceId: string, line: Line): Promise<void> {
    const { signal } = this.#session;
    const entry = nextToSend(line.entries);
    if (entry === null || line.isSending || line.isHeld) return;
    const { clientMessageId, text, commandId } = entry;
    line.isSending = true;
    const answer = await this.#options.platform.call('sendMessage', {
      parameters: { attendanceId },
      body: { clientMessageId, text },
      commandId,
      signal,
    });
    line.isSending = false;
    if (signal.aborted) return;
    if (answer.ok) this.#options.onSent(answer.value);
    if (this.#lines.get(attendanceId) !== line) return;
    this.#settle(attendanceId, line, clientMessageId, answer);
    this.#tidy(attendanceId, line);
    void this.#sendNext(attendanceId, line);
  }

  #settle(attendanceId: string, line: Line, clientMessageId: string, answer: Result<Message>): void {
    if (answer.ok) {
      line.failures = 0;
      this.#change(attendanceId, line, withdraw(line.entries, clientMessageId));
      return;
    }
    const { problem } = answer;
    this.#options.logger.info('sending a message failed', { attendance: attendanceId, problem: problem.kind });
    if (isTemporary(problem)) this.#hold(attendanceId, line, problem);
    else this.#change(attendanceId, line, refuse(line.entries, clientMessageId, problem));
  }

  /** Until the line is live again, or for a while where it is live already: then only sending is in trouble. */
  #hold(attendanceId: string, line: Line, problem: Problem): void {
    line.isHeld = true;
    line.failures += 1;
    if (this.#options.connection.value.kind !== 'live') return;
    const wait = Math.max(this.#askedWait(problem), Math.min(longestWait, firstWait * 2 ** (line.failures - 1)));
    line.cancelRetry = this.#options.clock.schedule(wait, () => this.#release(attendanceId));
  }

  #askedWait(problem: Problem): number {
    if (problem.kind !== 'too-many-tries') return 0;
    const { clock, clockOffset } = this.#options;
    return Math.min(longestWait, Date.parse(problem.retryAt) - clock.now() - clockOffset.value);
  }

  #release(attendanceId: string): void {
    const line = this.#lines.get(attendanceId);
    if (line === undefined) return;
    line.cancelRetry();
    line.isHeld = false;
    void this.#sendNext(attendanceId, line);
  }

  #change(attendanceId: string, line: Line, entries: readonly OutgoingEntry[]): void {
    if (line.entries === entries) return;
    line.entries = entries;
    this.#tidy(attendanceId, line);
    this.#tellUnsent();
    this.#options.onChange(attendanceId);
  }

  /** Telling of the same messages again is no news. */
  #tellUnsent(): void {
    const unsent = [...this.#lines.values()].flatMap(({ entries }) => entries);
    const before = this.#unsent.value;
    const isSame = unsent.length === before.length && unsent.every((entry, index) => entry === before[index]);
    if (!isSame) this.#unsent.set(unsent);
  }

  #tidy(attendanceId: string, line: Line): void {
    if (line.entries.length === 0 && !line.isSending) this.#drop(attendanceId, line);
  }

  #drop(attendanceId: string, line: Line): void {
    line.cancelRetry();
    this.#lines.delete(attendanceId);
  }
}
