import type { Attendance } from '../../../shared/platform/attendances';
import { isInProgress } from '../../../shared/rules/attendances';
import type { AttendanceListState, ConversationState } from '../../../shared/state/attendances';
import type { Draft } from '../../../shared/state/drafts';
import type { Clock } from '../base/clock';
import { ObservableState, type Observable, type Unsubscribe } from '../base/observable';
import type { OutgoingEntry } from '../attendances/outgoing';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import type { DraftKey } from './draftKey';
import { keepServed, listDrafts, noWork, withDraft, withOpen, withUnsent, type Work } from './work';
import { WorkFile, type WorkFileOptions } from './workFile';

export interface DraftServiceOptions {
  readonly folder: WorkFileOptions['folder'];
  readonly key: Pick<DraftKey, 'obtain' | 'forget'>;
  /** The platform's origin: an agent's id there may be another agent's elsewhere. */
  readonly platformOrigin: string;
  readonly attendances: {
    readonly list: Observable<AttendanceListState>;
    readonly conversation: Observable<ConversationState | null>;
    readonly unsent: Observable<readonly OutgoingEntry[]>;
    open(attendanceId: string | null): void;
    restoreUnsent(earlier: readonly OutgoingEntry[]): void;
  };
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Where the agent's drafts are kept.
 *
 *     nobody ──► opening ──► kept      in memory, and soon after each change in the file
 *        ▲          └──────► unkept    in memory only: there is no keychain, or it can't be read
 *        └── the session ends ──┘
 */
type Keeping =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'opening'; readonly agentId: string }
  | { readonly kind: 'kept'; readonly agentId: string; readonly file: WorkFile }
  | { readonly kind: 'unkept'; readonly agentId: string };

/**
 * Owns what the agent is writing, and keeps what the platform has not taken yet and which attendance is open, so that
 * neither a dead page nor a dead app costs a word. On disk it is encrypted, in a file for this agent alone, and gone once
 * the agent has logged out.
 */
export class DraftService {
  readonly #options: DraftServiceOptions;
  readonly #restored = new ObservableState<Draft[]>([]);
  #keeping: Keeping = { kind: 'nobody' };
  #work = noWork;
  /** Open when the app ended, and to be opened again once the platform has said that it is still the agent's. */
  #toReopen: string | null = null;

  constructor(options: DraftServiceOptions) {
    this.#options = options;
  }

  /** The drafts that the file had, told once it is read. */
  get restored(): Observable<Draft[]> {
    return this.#restored;
  }

  /** The drafts as they are now. */
  list(): Draft[] {
    return listDrafts(this.#work.drafts);
  }

  /** Follows the attendances until the returned function is called. */
  start(): Unsubscribe {
    const { list, conversation, unsent } = this.#options.attendances;
    const unsubscribes = [
      unsent.onDidChange((messages) => this.#followUnsent(messages)),
      list.onDidChange(() => this.#followAttendances()),
      conversation.onDidChange(() => this.#followAttendances()),
    ];
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }

  /** The agent is logged in: reads what was kept, and removes what is another one's. The same agent again goes on. */
  async begin(agentId: string): Promise<void> {
    if (this.#keeping.kind !== 'nobody' && this.#keeping.agentId === agentId) return;
    this.#leave();
    const opening: Keeping = { kind: 'opening', agentId };
    this.#keeping = opening;
    const { folder, platformOrigin, clock, logger } = this.#options;
    const key = await this.#options.key.obtain();
    // The session may have ended meanwhile.
    if (this.#keeping !== opening) return;
    if (key === null) {
      this.#keeping = { kind: 'unkept', agentId };
      return;
    }
    const file = new WorkFile({ folder, key, owner: JSON.stringify([platformOrigin, agentId]), clock, logger });
    this.#keeping = { kind: 'kept', agentId, file };
    this.#restore(file.read());
  }

  /** The agent has changed a draft. An attendance that is not in progress has none. */
  write(draft: Draft): void {
    if (this.#keeping.kind === 'nobody') return;
    if (this.#options.attendances.list.value.isLoaded && !this.#isServing(draft.attendanceId)) return;
    this.#change(withDraft(this.#work, draft));
  }

  /** Has everything in the file before it returns, for when the system does not wait. Never throws. */
  flushNow(): void {
    if (this.#keeping.kind === 'kept') this.#keeping.file.flushNow();
  }

  /** The session has ended without the agent's doing: the file waits until the same agent logs in again. */
  suspend(): void {
    this.flushNow();
    this.#leave();
  }

  /** The agent has logged out, or another one takes over: nothing is left, and what may be left can't be read. */
  async wipe(): Promise<void> {
    this.#leave();
    try {
      this.#options.folder.removeAllBut(null);
    } catch (error) {
      this.#options.logger.error('the drafts could not be removed', { ...describeError(error) });
    }
    await this.#options.key.forget();
  }

  /** The page is loaded anew and no longer knows what of the past it showed: back to the attendance before that. */
  leavePast(): void {
    const { conversation, list } = this.#options.attendances;
    const { openAttendanceId } = this.#work;
    if (conversation.value === null || !list.value.isLoaded || this.#isShown(conversation.value.attendanceId)) return;
    this.#options.attendances.open(openAttendanceId);
  }

  #leave(): void {
    if (this.#keeping.kind === 'kept') this.#keeping.file.close();
    this.#keeping = { kind: 'nobody' };
    this.#work = noWork;
    this.#toReopen = null;
    this.#restored.set([]);
  }

  /** What the agent has done meanwhile is newer than what the file has. */
  #restore(found: Work): void {
    const { openAttendanceId } = this.#work;
    this.#toReopen = openAttendanceId === null ? found.openAttendanceId : null;
    this.#change({
      drafts: new Map([...found.drafts, ...this.#work.drafts]),
      unsent: [...found.unsent, ...this.#work.unsent],
      openAttendanceId: openAttendanceId ?? found.openAttendanceId,
    });
    if (found.drafts.size > 0) this.#options.logger.info('drafts are restored', { drafts: found.drafts.size });
    if (found.unsent.length > 0) {
      this.#options.logger.info('unsent messages are restored', { messages: found.unsent.length });
      this.#options.attendances.restoreUnsent(found.unsent);
    }
    this.#followAttendances();
    this.#restored.set(this.list());
  }

  /**
   * A message is in the file before it goes out, and the draft that it was is off in the same writing: a kill neither
   * loses it nor leaves it there to be sent a second time.
   */
  #followUnsent(unsent: readonly OutgoingEntry[]): void {
    if (this.#keeping.kind === 'nobody') return;
    const known = new Set(this.#work.unsent.map(({ clientMessageId }) => clientMessageId));
    this.#change(this.#withoutOver(withUnsent(this.#work, unsent)));
    if (unsent.some(({ clientMessageId }) => !known.has(clientMessageId))) this.flushNow();
  }

  #followAttendances(): void {
    if (this.#keeping.kind === 'nobody') return;
    const { list, conversation } = this.#options.attendances;
    const { isLoaded } = list.value;
    this.#change(this.#withoutOver(this.#work));
    if (conversation.value === null && this.#toReopen !== null) {
      // Until the list is known, it may still be there.
      if (isLoaded) this.#reopen(this.#toReopen);
      return;
    }
    this.#toReopen = null;
    const openId = conversation.value?.attendanceId ?? null;
    // What is read of the past is open too, but nothing to come back to.
    if (openId === null || !isLoaded || this.#isShown(openId)) this.#change(withOpen(this.#work, openId));
  }

  #reopen(attendanceId: string): void {
    this.#toReopen = null;
    if (this.#isShown(attendanceId)) this.#options.attendances.open(attendanceId);
    else this.#change(withOpen(this.#work, null));
  }

  #find(attendanceId: string): Attendance | undefined {
    return this.#options.attendances.list.value.attendances.find(({ id }) => id === attendanceId);
  }

  /** Whether the conversation of an attendance can be on the screen as the agent's own. */
  #isShown(attendanceId: string): boolean {
    const state = this.#find(attendanceId)?.state;
    return state === 'offered' || state === 'in-progress';
  }

  #isServing(attendanceId: string): boolean {
    const attendance = this.#find(attendanceId);
    return attendance !== undefined && isInProgress(attendance);
  }

  /** Until the list is known, nothing is known to be over. */
  #withoutOver(work: Work): Work {
    if (!this.#options.attendances.list.value.isLoaded) return work;
    return keepServed(work, (attendanceId) => this.#isServing(attendanceId));
  }

  #change(work: Work): void {
    if (work === this.#work) return;
    this.#work = work;
    if (this.#keeping.kind === 'kept') this.#keeping.file.keep(work);
  }
}
