import type { Attendance, PastAttendance } from '../../../shared/platform/attendances';
import type { PlatformEvent } from '../../../shared/platform/events';
import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { AttendanceListState, ConversationState } from '../../../shared/state/attendances';
import { assertNever } from '../../../shared/rules/assertNever';
import { succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import type { Clock } from '../base/clock';
import type { Observable, Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import type { Realtime } from '../realtime/realtime';
import { Announcer } from './announcer';
import { AttendanceListKeeper, sessionOver } from './attendanceListKeeper';
import { Conversations } from './conversations';
import { Outbox } from './outbox';
import type { OutgoingEntry } from './outgoing';

export interface AttendanceServiceOptions {
  readonly platform: Platform;
  readonly realtime: Realtime;
  readonly logger: Logger;
  readonly clock: Clock;
  /** A new id for each command; random. */
  readonly createCommandId: () => string;
}

/**
 * Owns the agent's attendances, the conversation that is open and the messages on their way. What is shown follows what
 * the platform says; what is open follows the agent alone.
 */
export class AttendanceService {
  readonly #options: AttendanceServiceOptions;
  readonly #keeper: AttendanceListKeeper;
  readonly #announcer: Announcer;
  readonly #outbox: Outbox;
  readonly #conversations: Conversations;
  /** Being finished by the agent at this moment. */
  readonly #finishing = new Set<string>();
  #session = new AbortController();

  constructor(options: AttendanceServiceOptions) {
    this.#options = options;
    this.#keeper = new AttendanceListKeeper(options.platform);
    this.#announcer = new Announcer(options.clock);
    this.#outbox = new Outbox({
      ...options,
      connection: options.realtime.connection,
      clockOffset: options.realtime.clockOffset,
      onSent: (message) => this.#conversations.hear(message),
      onChange: (attendanceId) => {
        if (this.#conversations.isOpen(attendanceId)) this.#conversations.publish();
      },
    });
    this.#conversations = new Conversations({
      ...options,
      isLive: () => options.realtime.connection.value.kind === 'live',
      isInProgress: (attendanceId) => this.#keeper.isInProgress(attendanceId),
      outgoing: (attendanceId) => this.#outbox.outgoing(attendanceId),
      confirm: (attendanceId, clientMessageId) => this.#outbox.confirm(attendanceId, clientMessageId),
      command: (send) => this.#keeper.command(send),
    });
  }

  get list(): Observable<AttendanceListState> {
    return this.#keeper.state;
  }

  /** The conversation that is open, or null. */
  get conversation(): Observable<ConversationState | null> {
    return this.#conversations.state;
  }

  /** The messages that the platform has not taken yet. */
  get unsent(): Observable<readonly OutgoingEntry[]> {
    return this.#outbox.unsent;
  }

  /** Takes part in the line from the platform until the returned function is called. */
  start(): Unsubscribe {
    const { realtime } = this.#options;
    const unsubscribes = [
      this.#keeper.state.onDidChange((list) => this.#listDidChange(list)),
      this.#outbox.start(),
      realtime.onEvent((event) => this.#hear(event)),
      realtime.onReadAgain(() => this.readAgain()),
    ];
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }

  /** The session has ended: forgets everything, also what is on its way. Commands still waiting answer `session-ended`. */
  clear(): void {
    this.#session.abort();
    this.#session = new AbortController();
    this.#outbox.clear();
    this.#keeper.clear();
    this.#conversations.clear();
    this.#announcer.clear();
  }

  /** The attendances in progress as last known, also while the platform is away or the session has expired. */
  holding(): readonly HoldingAttendance[] {
    return this.#keeper.holding();
  }

  /** Reads the list and brings the open conversation up to date. */
  async readAgain(): Promise<Result<undefined>> {
    const [list, conversation] = await Promise.all([this.#keeper.read(), this.#conversations.readAgain()]);
    return list.ok ? conversation : list;
  }

  /** Tells once of each offer to this agent. */
  onDidOffer(listener: (attendanceId: string) => void): Unsubscribe {
    return this.#announcer.onDidOffer(listener);
  }

  /** Tells that the last attendance in progress has ended; the end of the session does not count. */
  onDidFinishLast(listener: () => void): Unsubscribe {
    return this.#announcer.onDidFinishLast(listener);
  }

  async accept(attendanceId: string): Promise<Result<Attendance>> {
    const parameters = { attendanceId };
    return this.#orReadAgain(
      await this.#keeper.command((signal) => this.#options.platform.call('acceptAttendance', { parameters, signal })),
    );
  }

  /** The offer comes off when the platform says so: it may stay with this agent as a waiting attendance. */
  async reject(attendanceId: string): Promise<Result<undefined>> {
    const { signal } = this.#session;
    const parameters = { attendanceId };
    const answer = await this.#options.platform.call('rejectAttendance', { parameters, signal });
    if (signal.aborted) return sessionOver;
    return this.#orReadAgain(answer.ok ? succeed(undefined) : answer);
  }

  async finish(attendanceId: string, dispositionId: string): Promise<Result<undefined>> {
    const parameters = { attendanceId };
    const body = { dispositionId };
    this.#finishing.add(attendanceId);
    const answer = await this.#keeper.command(async (signal) => {
      const finished = await this.#options.platform.call('finishAttendance', { parameters, body, signal });
      if (finished.ok) this.#closeFinished(attendanceId);
      return finished;
    });
    this.#finishing.delete(attendanceId);
    return this.#orReadAgain(answer.ok ? succeed(undefined) : answer);
  }

  /** Shows a conversation, present or past, and keeps it current; null shows none. */
  open(attendanceId: string | null): void {
    this.#conversations.open(attendanceId);
    this.#forgetUnneeded();
  }

  loadOlder(attendanceId: string): Promise<Result<undefined>> {
    return this.#conversations.loadOlder(attendanceId);
  }

  /**
   * Puts a message in line. How it fares shows in the conversation's `outgoing`.
   *
   * @param clientMessageId the same one again sends a message that failed once more
   */
  sendMessage(attendanceId: string, clientMessageId: string, text: string): void {
    this.#outbox.send(attendanceId, clientMessageId, text);
  }

  /** Puts back in line what was in it when the app ended, but for attendances that are not the agent's any more. */
  restoreUnsent(earlier: readonly OutgoingEntry[]): void {
    const { isLoaded } = this.#keeper.state.value;
    this.#outbox.restore(earlier.filter((entry) => !isLoaded || this.#keeper.isInProgress(entry.attendanceId)));
  }

  /** Drops a message that failed. */
  discardMessage(attendanceId: string, clientMessageId: string): void {
    this.#outbox.discard(attendanceId, clientMessageId);
  }

  async readCustomerHistory(customerId: string): Promise<Result<PastAttendance[]>> {
    const { signal } = this.#session;
    const parameters = { customerId };
    const answer = await this.#options.platform.call('readCustomerHistory', { parameters, signal });
    if (signal.aborted) return sessionOver;
    return answer.ok ? succeed(answer.value.attendances) : answer;
  }

  #hear(event: PlatformEvent): void {
    switch (event.type) {
      case 'attendance-changed':
        this.#keeper.hear(event);
        return;
      case 'attendance-removed':
        if (this.#finishing.has(event.attendanceId)) this.#closeFinished(event.attendanceId);
        this.#keeper.hear(event);
        return;
      case 'message-added':
      case 'message-changed':
        this.#conversations.hear(event.message);
        return;
      case 'agent-changed':
      case 'heartbeat':
      case 'presence-changed':
      case 'reset':
      case 'session-ended':
        return;
      default:
        assertNever(event);
    }
  }

  /** Who finishes an attendance is done with its conversation: before the list drops it, so that nobody sees it gone. */
  #closeFinished(attendanceId: string): void {
    if (this.#conversations.isOpen(attendanceId)) this.open(null);
  }

  #listDidChange({ attendances }: AttendanceListState): void {
    this.#announcer.look(attendances);
    this.#forgetUnneeded();
    this.#conversations.markRead();
  }

  /** Only once the list is known: until then what is in progress is not. */
  #forgetUnneeded(): void {
    this.#conversations.forgetUnneeded();
    if (!this.#keeper.state.value.isLoaded) return;
    this.#outbox.keepOnly((id) => this.#keeper.isInProgress(id) || this.#conversations.isOpen(id));
  }

  /** Where the platform sees an attendance differently from us, what is shown is out of date. */
  #orReadAgain<Value>(result: Result<Value>): Result<Value> {
    const isOutOfDate =
      !result.ok &&
      (result.problem.kind === 'offer-gone' ||
        result.problem.kind === 'already-finished' ||
        (result.problem.kind === 'refused' && result.problem.code === 'not-found'));
    if (isOutOfDate) void this.readAgain();
    return result;
  }
}
