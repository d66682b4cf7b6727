import type { Attendance, Message } from '../../../shared/platform/attendances';
import type { ConversationState, OutgoingMessage } from '../../../shared/state/attendances';
import { succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import type { Clock } from '../base/clock';
import { ObservableState } from '../base/observable';
import type { Observable, Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import { failLoading, findGap, firstPageSize, hearMessages, keepNewest } from './conversation';
import { largestPageSize, newestFromCustomer, takePage, unreadConversation } from './conversation';
import type { Conversation, Gap } from './conversation';
import { sessionOver } from './attendanceListKeeper';
import { ReadMarker } from './readMarker';
import { isTemporary } from './temporaryProblem';

export interface ConversationsOptions {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly isLive: () => boolean;
  readonly isInProgress: (attendanceId: string) => boolean;
  readonly outgoing: (attendanceId: string) => OutgoingMessage[];
  /** The platform has the message that the client sent under this id. */
  readonly confirm: (attendanceId: string, clientMessageId: string) => void;
  readonly command: (send: (signal: AbortSignal) => Promise<Result<Attendance>>) => Promise<Result<Attendance>>;
}

/** How long to wait before a gap that could not be read is tried again, in milliseconds. */
const gapRetryWait = 3_000;

/**
 * The conversation that is open, kept current, and those of other attendances in progress that were open before, so
 * that going back to one shows it at once.
 */
export class Conversations {
  readonly #options: ConversationsOptions;
  readonly #state = new ObservableState<ConversationState | null>(null);
  readonly #readMarker: ReadMarker;
  readonly #known = new Map<string, Conversation>();
  readonly #fillings = new Map<string, Promise<Result<undefined>>>();
  #openId: string | null = null;
  #session = new AbortController();
  #cancelGapRetry: Unsubscribe = () => undefined;

  constructor(options: ConversationsOptions) {
    this.#options = options;
    this.#readMarker = new ReadMarker(options);
  }

  get state(): Observable<ConversationState | null> {
    return this.#state;
  }

  isOpen(attendanceId: string): boolean {
    return this.#openId === attendanceId;
  }

  /** Opening the one that is open already tries again what could not be read. */
  open(attendanceId: string | null): void {
    if (this.#openId !== attendanceId) this.#cancelGapRetry();
    this.#openId = attendanceId;
    this.forgetUnneeded();
    if (attendanceId !== null) {
      const known = this.#known.get(attendanceId);
      if (known?.load.kind !== 'loaded') this.#known.set(attendanceId, unreadConversation);
    }
    this.publish();
    if (attendanceId !== null) void this.#refresh(attendanceId);
  }

  async loadOlder(attendanceId: string): Promise<Result<undefined>> {
    const known = this.#known.get(attendanceId);
    const oldest = known?.messages[0]?.sequence;
    if (oldest === undefined || known?.load.kind !== 'loaded' || !known.load.hasOlder) return succeed(undefined);
    return this.#readPage(attendanceId, { before: oldest, limit: firstPageSize });
  }

  hear(message: Message): void {
    this.#take(message.attendanceId, [message], (known) => hearMessages(known, [message]));
    if (this.isOpen(message.attendanceId)) void this.#fillGaps(message.attendanceId);
  }

  /**
   * Brings the open conversation up to date from the last message known. Fails only for want of the platform: one that
   * the platform refuses to show must not keep the rest from becoming live.
   */
  async readAgain(): Promise<Result<undefined>> {
    if (this.#openId === null) return succeed(undefined);
    const result = await this.#refresh(this.#openId);
    return result.ok || !isTemporary(result.problem) ? succeed(undefined) : result;
  }

  /** Keeps in memory what is open and, much of it, what is in progress. */
  forgetUnneeded(): void {
    for (const [attendanceId, conversation] of [...this.#known]) {
      if (this.isOpen(attendanceId)) continue;
      if (this.#options.isInProgress(attendanceId) && conversation.load.kind === 'loaded') {
        this.#known.set(attendanceId, keepNewest(conversation, largestPageSize));
      } else {
        this.#known.delete(attendanceId);
        this.#readMarker.forget(attendanceId);
      }
    }
  }

  clear(): void {
    this.#session.abort();
    this.#session = new AbortController();
    this.#cancelGapRetry();
    this.#known.clear();
    this.#fillings.clear();
    this.#readMarker.clear();
    this.#openId = null;
    this.publish();
  }

  /** Shows the open conversation as it is now. */
  publish(): void {
    const conversation = this.#openId === null ? undefined : this.#known.get(this.#openId);
    if (this.#openId === null || conversation === undefined) {
      this.#state.set(null);
      return;
    }
    const { load, messages } = conversation;
    const outgoing = this.#options.outgoing(this.#openId);
    this.#state.set({ attendanceId: this.#openId, load, messages: [...messages], outgoing });
  }

  /** An attendance in progress whose messages are on the screen counts as read; one of the past is left as it is. */
  markRead(): void {
    const attendanceId = this.#openId;
    if (attendanceId === null || !this.#options.isInProgress(attendanceId)) return;
    const conversation = this.#known.get(attendanceId);
    if (conversation?.load.kind !== 'loaded') return;
    const newest = newestFromCustomer(conversation);
    if (newest !== null) this.#readMarker.mark(attendanceId, newest);
  }

  async #refresh(attendanceId: string): Promise<Result<undefined>> {
    const count = this.#known.get(attendanceId)?.messages.length ?? 0;
    const limit = Math.min(largestPageSize, Math.max(firstPageSize, count));
    const page = await this.#readPage(attendanceId, { limit });
    const result = page.ok ? await this.#fillGaps(attendanceId) : page;
    if (result.ok && this.isOpen(attendanceId)) this.markRead();
    return result;
  }

  async #readPage(
    attendanceId: string,
    query: { readonly limit: number; readonly before?: number },
  ): Promise<Result<undefined>> {
    const { signal } = this.#session;
    const { platform, logger } = this.#options;
    const answer = await platform.call('readMessages', { parameters: { attendanceId }, query, signal });
    if (signal.aborted) return sessionOver;
    if (answer.ok) {
      const page = answer.value;
      this.#take(attendanceId, page.messages, (known) => takePage(known, page));
      return succeed(undefined);
    }
    const { problem } = answer;
    logger.info('reading messages failed', { attendance: attendanceId, problem: problem.kind });
    this.#take(attendanceId, [], (known) => failLoading(known, problem));
    return answer;
  }

  #take(attendanceId: string, messages: readonly Message[], reduce: (known: Conversation) => Conversation): void {
    const known = this.#known.get(attendanceId);
    const next = known === undefined ? undefined : reduce(known);
    if (next !== undefined) this.#known.set(attendanceId, next);
    for (const { clientMessageId } of messages) {
      if (clientMessageId !== null) this.#options.confirm(attendanceId, clientMessageId);
    }
    if (next === known || !this.isOpen(attendanceId)) return;
    this.publish();
    this.markRead();
  }

  /** Reads what is missing between the messages known, one reading at a time for each conversation. */
  #fillGaps(attendanceId: string): Promise<Result<undefined>> {
    const running = this.#fillings.get(attendanceId);
    if (running !== undefined) return running;
    const gap = this.#gapIn(attendanceId);
    if (gap === null) return Promise.resolve(succeed(undefined));
    const filling = this.#fillFrom(attendanceId, gap);
    this.#fillings.set(attendanceId, filling);
    return filling;
  }

  async #fillFrom(attendanceId: string, firstGap: Gap): Promise<Result<undefined>> {
    let result: Result<undefined> = succeed(undefined);
    let gap: Gap | null = firstGap;
    while (gap !== null && result.ok) {
      result = await this.#readPage(attendanceId, gap);
      const left: Gap | null = this.#gapIn(attendanceId);
      const isStuck: boolean = left?.before === gap.before && left.limit === gap.limit;
      if (result.ok && isStuck) this.#options.logger.warn('no message in a gap', { attendance: attendanceId });
      gap = isStuck ? null : left;
    }
    // Here and not when the promise is settled: a gap that opens in between must find nobody at work.
    this.#fillings.delete(attendanceId);
    if (!result.ok) this.#retryGapLater(attendanceId);
    return result;
  }

  #gapIn(attendanceId: string): Gap | null {
    const conversation = this.#known.get(attendanceId);
    // What events told of a conversation that is still being read is completed by the page on its way.
    return conversation?.load.kind === 'loaded' ? findGap(conversation.messages) : null;
  }

  /** While the line is down, nothing: everything is read again before it is live. */
  #retryGapLater(attendanceId: string): void {
    if (!this.isOpen(attendanceId) || !this.#options.isLive()) return;
    this.#cancelGapRetry();
    this.#cancelGapRetry = this.#options.clock.schedule(gapRetryWait, () => void this.#fillGaps(attendanceId));
  }
}
