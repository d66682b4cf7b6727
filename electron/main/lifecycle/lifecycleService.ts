import { randomUUID } from 'node:crypto';
import type { LeaveBlocked, LeaveReason, LeaveRefusal } from '../../../shared/state/leaving';
import { Emitter, ObservableState } from '../base/observable';
import type { Observable, Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import { planExit } from './exitPlan';
import type { ExitEvent, ExitPlan } from './exitPlan';
import { decideLeave } from './leaveDecision';
import type { LeaveFacts } from './leaveDecision';

/**
 * Where a request to leave stands.
 *
 *     running ──► asking ──► leaving ──► gone
 *        ▲          │ veto      │
 *        └──────────┴───────────┘ signed out or reloaded: the app stays; or the exit did not come about
 *
 * Only in `gone` do closes and quits pass untouched: while something is being saved they wait their turn.
 */
export type LeaveState =
  | { readonly kind: 'running' }
  | { readonly kind: 'asking'; readonly reason: LeaveReason }
  | { readonly kind: 'leaving'; readonly reason: LeaveReason }
  | { readonly kind: 'gone' };

export type LeaveOutcome = 'allowed' | 'vetoed';

/** May refuse. Asked in order, one after the other; the first refusal ends the asking. A throw counts as one. */
export type BeforeLeave = (reason: LeaveReason) => Promise<LeaveRefusal | null> | LeaveRefusal | null;

/** May save something before the exit, within the time limit; can't refuse. */
export type WillLeave = (reason: LeaveReason) => Promise<void>;

/** Saves something before it returns, when the system waits for nothing. */
export type Flush = () => void;

/** The ways out themselves: the only code that ends or reloads anything. */
export interface Exits {
  /** Closes the windows and ends the process. */
  quit(): void;
  reload(): void;
  /** Forgets the agent on this computer; the platform has already let go. */
  signOut(): Promise<void>;
  /** Replaces the app's files and ends it. False if it came to nothing: the app goes on as it was. */
  installUpdate(): boolean;
}

export interface LifecycleOptions {
  readonly facts: () => LeaveFacts;
  readonly exits: Exits;
  readonly logger: Logger;
  /** Calls back after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** How long phase two may take, and how long an exit may take to come about, in milliseconds. */
const savingLimit = 3_000;
const exitLimit = 10_000;
const slowVetoWarning = 5_000;

/**
 * The only way out of the app (`requestLeave`). Phase one asks: any participant may refuse. Phase two saves: a
 * participant may hold things up for a while, but not refuse.
 */
export class LifecycleService {
  readonly #options: LifecycleOptions;
  readonly #state = new ObservableState<LeaveState>({ kind: 'running' });
  readonly #refused = new Emitter<LeaveBlocked>();
  readonly #before = new Map<string, BeforeLeave>();
  readonly #will = new Map<string, WillLeave>();
  readonly #flushes = new Map<string, Flush>();
  #pending: { readonly reason: LeaveReason; readonly outcome: Promise<LeaveOutcome> } | null = null;

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  get state(): Observable<LeaveState> {
    return this.#state;
  }

  /** Whether a close or a quit that the system announces now is our own doing. */
  get isGone(): boolean {
    return this.#state.value.kind === 'gone';
  }

  onDidRefuse(listener: (blocked: LeaveBlocked) => void): Unsubscribe {
    return this.#refused.on(listener);
  }

  /** @param id names the participant in the log */
  onBeforeLeave(id: string, participant: BeforeLeave): Unsubscribe {
    this.#before.set(id, participant);
    return () => void this.#before.delete(id);
  }

  /** @param id names the participant in the log */
  onWillLeave(id: string, participant: WillLeave): Unsubscribe {
    this.#will.set(id, participant);
    return () => void this.#will.delete(id);
  }

  /** @param id names the participant in the log */
  onFlush(id: string, participant: Flush): Unsubscribe {
    this.#flushes.set(id, participant);
    return () => void this.#flushes.delete(id);
  }

  /** Asks to leave, and leaves if nobody refuses. One request at a time: an equal one joins it, another one follows. */
  requestLeave(reason: LeaveReason): Promise<LeaveOutcome> {
    if (this.#pending?.reason === reason) return this.#pending.outcome;
    const earlier = this.#pending?.outcome ?? Promise.resolve();
    const outcome = earlier.then(() => (this.isGone ? 'allowed' : this.#leave(reason)));
    const pending = { reason, outcome };
    this.#pending = pending;
    const settle = () => {
      if (this.#pending === pending) this.#pending = null;
    };
    outcome.then(settle, settle);
    return outcome;
  }

  /** Quits although attendances are in progress, if the rule still offers it at this moment; else asks as usual. */
  leaveAnyway(): Promise<LeaveOutcome> {
    const decision = decideLeave('quit', this.#options.facts());
    if (decision.kind === 'allow' || !decision.canLeaveAnyway) return this.requestLeave('quit');
    this.#options.logger.warn('leaving anyway, without the platform', { holding: decision.holding.length });
    return this.#carryOut('quit');
  }

  /**
   * What is to be done about an event that waits for nothing. Carries out what is not the guards' to do: tells of
   * attendances that hold the computer, and has everything saved where the process is about to end.
   */
  plan(event: ExitEvent, hidesToTray = false): ExitPlan {
    const plan = planExit(event, { isGone: this.isGone, facts: this.#options.facts(), hidesToTray });
    if (plan.kind === 'flush') this.#flush();
    if (plan.kind === 'hold') {
      this.#options.logger.info('the end of the session is held up', { holding: plan.holding.length });
      const refusal: LeaveRefusal = { kind: 'attendances', holding: [...plan.holding], canLeaveAnyway: false };
      this.#refused.emit({ reason: 'session-end', refusal });
    }
    return plan;
  }

  async #leave(reason: LeaveReason): Promise<LeaveOutcome> {
    const { logger } = this.#options;
    this.#state.set({ kind: 'asking', reason });
    const refusal = await this.#ask(reason);
    if (refusal !== null) return this.#stay(reason, refusal);
    logger.info('leaving', { reason });
    return this.#carryOut(reason);
  }

  #stay(reason: LeaveReason, refusal: LeaveRefusal): LeaveOutcome {
    this.#state.set({ kind: 'running' });
    this.#refused.emit({ reason, refusal });
    return 'vetoed';
  }

  #held(reason: LeaveReason): LeaveRefusal | null {
    const { facts, logger } = this.#options;
    const decision = decideLeave(reason, facts());
    if (decision.kind === 'allow') return null;
    logger.info('leaving refused: attendances in progress', { reason, holding: decision.holding.length });
    const { holding, canLeaveAnyway } = decision;
    return { kind: 'attendances', holding: [...holding], canLeaveAnyway };
  }

  async #ask(reason: LeaveReason): Promise<LeaveRefusal | null> {
    const { logger } = this.#options;
    const first = this.#held(reason);
    if (first !== null) return first;
    for (const [id, participant] of this.#before) {
      const callOff = this.#options.after(slowVetoWarning, () => {
        logger.warn('still waiting for a word on leaving', { reason, participant: id });
      });
      try {
        const refusal = await participant(reason);
        if (refusal === null) continue;
        logger.info('leaving refused', { reason, participant: id });
        return refusal;
      } catch (error) {
        const incident = randomUUID();
        const name = error instanceof Error ? error.name : typeof error;
        logger.error('a participant failed: counts as a refusal', { reason, participant: id, incident, name });
        return { kind: 'problem', problem: { kind: 'unexpected', incident } };
      } finally {
        callOff();
      }
    }
    // A participant may have waited for the network: an attendance can have begun meanwhile. After a sign-out the
    // platform itself has confirmed that there is none.
    return reason === 'sign-out' ? null : this.#held(reason);
  }

  async #carryOut(reason: LeaveReason): Promise<LeaveOutcome> {
    const { exits } = this.#options;
    this.#state.set({ kind: 'leaving', reason });
    await this.#save(reason);
    switch (reason) {
      case 'sign-out':
        await exits.signOut();
        this.#state.set({ kind: 'running' });
        return 'allowed';
      case 'reload':
        exits.reload();
        this.#state.set({ kind: 'running' });
        return 'allowed';
      case 'install-update': {
        // Saving took its time, and an installer can't be called back.
        const refusal = this.#held(reason);
        if (refusal !== null) return this.#stay(reason, refusal);
        this.#state.set({ kind: 'gone' });
        if (exits.installUpdate()) break;
        this.#state.set({ kind: 'running' });
        return 'vetoed';
      }
      case 'close-window':
      case 'quit':
      case 'session-end':
        this.#state.set({ kind: 'gone' });
        exits.quit();
        break;
    }
    // Something else may have held the exit up. Left in `gone`, the guard would stay off for the rest of the shift.
    this.#options.after(exitLimit, () => {
      this.#options.logger.error('the exit did not come about: on guard again', { reason });
      this.#state.set({ kind: 'running' });
    });
    return 'allowed';
  }

  async #save(reason: LeaveReason): Promise<void> {
    const saving = [...this.#will].map(async ([id, participant]) => {
      try {
        await participant(reason);
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        this.#options.logger.error('saving before leaving failed', { participant: id, name });
      }
    });
    if (saving.length === 0) return;
    let callOff = (): void => undefined;
    const limit = new Promise<void>((resolve) => {
      callOff = this.#options.after(savingLimit, resolve);
    });
    await Promise.race([Promise.all(saving), limit]);
    callOff();
  }

  #flush(): void {
    for (const [id, participant] of this.#flushes) {
      try {
        participant();
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        this.#options.logger.error('saving at once failed', { participant: id, name });
      }
    }
  }
}
