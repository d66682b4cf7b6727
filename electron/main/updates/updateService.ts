import type { UpdateDisabledReason, UpdateState } from '../../../shared/state/update';
import type { Clock } from '../base/clock';
import { ObservableState } from '../base/observable';
import type { Observable, Unsubscribe } from '../base/observable';
import type { LeaveOutcome } from '../lifecycle/lifecycleService';
import type { Logger } from '../logging/logger';
import type { ReadNetworkCost } from './networkCost';
import { plainReleaseNotes } from './releaseNotes';
import {
  downloadWaitsFor,
  firstCheckAfter,
  isOfferedAtFirst,
  isOfferedNext,
  isWorthTaking,
  mayCheck,
  mayInstall,
  pauseUntilNextCheck,
} from './updateDecision';
import type { UpdateFacts } from './updateDecision';
import type { FoundUpdate, UpdateDriver } from './updateDriver';
import { describeUpdateFailure } from './updateFailures';

export interface UpdateServiceOptions {
  readonly currentVersion: string;
  /** Null: the app updates itself. */
  readonly disabled: UpdateDisabledReason | null;
  /** Loads the library and what stands behind it, the first time that something is to be checked. */
  readonly loadDriver: () => Promise<UpdateDriver>;
  /** What the agent and the app are doing, at this moment. Kept current: whoever changes it calls `reconsider`. */
  readonly facts: () => UpdateFacts;
  /** Known without asking, and for good: the system is going down. */
  readonly isShuttingDown: () => boolean;
  readonly readNetworkCost: ReadNetworkCost;
  readonly requestInstall: () => Promise<LeaveOutcome>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

/** For how long a download may bring nothing before it is given up, in milliseconds. The library waits for ever. */
const standstillLimit = 120_000;

/** What a check found and what it looks like to the agent. */
interface Found {
  readonly version: string;
  readonly notes: string | null;
}

/** Looks for newer versions, downloads them behind the scenes, and installs one when the agent says so and may. */
export class UpdateService {
  readonly #options: UpdateServiceOptions;
  readonly #state: ObservableState<UpdateState>;
  #driver: Promise<UpdateDriver> | null = null;
  #loadedDriver: UpdateDriver | null = null;
  #found: Found | null = null;
  #facts: UpdateFacts;
  #isAskedFor = false;
  #isBusy = false;

  constructor(options: UpdateServiceOptions) {
    this.#options = options;
    this.#facts = options.facts();
    this.#state = new ObservableState<UpdateState>(
      options.disabled === null ? { kind: 'idle', checkedAt: null } : { kind: 'disabled', reason: options.disabled },
    );
  }

  get state(): Observable<UpdateState> {
    return this.#state;
  }

  /** Checks from time to time until the returned function is called. */
  start(): Unsubscribe {
    if (this.#options.disabled !== null) return () => undefined;
    const { clock, random } = this.#options;
    let cancel = (): void => undefined;
    const next = (delay: number) => {
      cancel = clock.schedule(delay, () => {
        void this.check();
        next(pauseUntilNextCheck(random()));
      });
    };
    next(firstCheckAfter);
    return () => {
      cancel();
    };
  }

  /** Asks the feed now, and downloads what it has if the moment is right. Never rejects. */
  async check(): Promise<void> {
    const state = this.#state.value;
    if (state.kind === 'disabled' || state.kind === 'installing' || this.#isBusy) return;
    if (!mayCheck(this.#options.facts())) return;
    await this.#undisturbed(async () => {
      const known = state.kind === 'ready' ? state : null;
      if (known === null) this.#state.set({ kind: 'checking' });
      await this.#look(known);
    });
  }

  /** Downloads what was found, whatever the network costs. */
  async download(): Promise<void> {
    if (this.#state.value.kind !== 'found') return;
    this.#isAskedFor = true;
    await this.#goOn();
  }

  /** Installs what is ready, unless something stands in the way. Resolves when that is settled. */
  async install(): Promise<void> {
    if (this.#state.value.kind !== 'ready') return;
    await this.#options.requestInstall();
  }

  /** The agent does not want to be asked for now. */
  postpone(): void {
    const state = this.#state.value;
    if (state.kind === 'ready') this.#state.set({ ...state, isOffered: false });
  }

  /** To be called when the facts may have changed: takes an offer away, makes one, starts a download that waited. */
  reconsider(): void {
    const before = this.#facts;
    const now = this.#options.facts();
    this.#facts = now;
    const state = this.#state.value;
    if (state.kind === 'ready') {
      const isOffered = isOfferedNext(state.isOffered, before, now);
      if (isOffered !== state.isOffered) this.#state.set({ ...state, isOffered });
    }
    // What waits for a free network is looked at again with the next check: asking the system takes a process.
    if (state.kind !== 'found' || state.waitsFor === 'metered') return;
    if (downloadWaitsFor(now, 'unknown', this.#isAskedFor) === null) void this.#goOn();
  }

  /**
   * The exit itself, for `requestLeave` alone. Looks once more, without waiting for anything, whether it may.
   *
   * @returns false if the app stays as it is
   */
  installNow(): boolean {
    const state = this.#state.value;
    const { facts, isShuttingDown, logger } = this.#options;
    const driver = this.#loadedDriver;
    if (state.kind !== 'ready' || driver === null || !mayInstall(facts(), isShuttingDown())) return false;
    logger.info('installing an update', { version: state.version });
    this.#state.set({ kind: 'installing', version: state.version });
    try {
      if (driver.install()) return true;
      this.#fail(new Error('nothing installed'), 'not-installed');
    } catch (error) {
      this.#fail(error, 'not-installed');
    }
    return false;
  }

  /** The installer was started, but the app is still here and on guard again. */
  tellExitFailed(): void {
    if (this.#state.value.kind === 'installing') this.#fail(new Error('still running'), 'not-installed');
  }

  async #look(known: Extract<UpdateState, { kind: 'ready' }> | null): Promise<void> {
    const { currentVersion, clock, logger } = this.#options;
    try {
      const driver = await this.#load();
      const found = await driver.check();
      if (this.#state.value.kind === 'installing') return;
      if (found === null || !isWorthTaking(found.version, currentVersion)) {
        if (found !== null) logger.warn('the feed has an older version', { version: found.version });
        // Also where one was ready: its publisher has taken it back.
        this.#found = null;
        this.#state.set({ kind: 'idle', checkedAt: clock.now() });
        return;
      }
      // Ready, and still what there is: nothing changes. The agent may have answered the offer meanwhile.
      if (found.version === known?.version) return;
      logger.info('found an update', { version: found.version });
      this.#take(found);
      await this.#tryDownload(driver);
    } catch (error) {
      // What is ready stays ready: it does not depend on the feed.
      if (known !== null && this.#state.value.kind === 'ready') logger.info('could not check for updates');
      else this.#fail(error);
    }
  }

  #take({ version, releaseNotes }: FoundUpdate): void {
    if (this.#found?.version !== version) this.#isAskedFor = false;
    this.#found = { version, notes: plainReleaseNotes(releaseNotes) };
  }

  async #goOn(): Promise<void> {
    await this.#undisturbed(async () => {
      try {
        await this.#tryDownload(await this.#load());
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  async #tryDownload(driver: UpdateDriver): Promise<void> {
    const found = this.#found;
    if (found === null) return;
    const { facts, readNetworkCost, logger } = this.#options;
    const cost = await readNetworkCost();
    const waitsFor = downloadWaitsFor(facts(), cost, this.#isAskedFor);
    if (waitsFor !== null) {
      this.#state.set({ kind: 'found', version: found.version, waitsFor });
      return;
    }
    await this.#download(driver, found);
    logger.info('an update is ready', { version: found.version });
    this.#facts = facts();
    this.#state.set({ kind: 'ready', ...found, isOffered: isOfferedAtFirst(this.#facts) });
  }

  async #download(driver: UpdateDriver, { version }: Found): Promise<void> {
    const { clock } = this.#options;
    const standstill = new AbortController();
    const watch = () =>
      clock.schedule(standstillLimit, () => {
        standstill.abort();
      });
    let cancel = watch();
    this.#state.set({ kind: 'downloading', version, percent: 0 });
    const showProgress = (progress: number) => {
      cancel();
      cancel = watch();
      const percent = Math.min(100, Math.max(0, Math.floor(progress)));
      const state = this.#state.value;
      if (state.kind === 'downloading' && state.percent !== percent) this.#state.set({ ...state, percent });
    };
    try {
      await driver.download(showProgress, standstill.signal);
    } finally {
      cancel();
    }
  }

  /** One thing at a time; what changed meanwhile is looked at after it. */
  async #undisturbed(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await work();
    } finally {
      this.#isBusy = false;
    }
    this.reconsider();
  }

  #load(): Promise<UpdateDriver> {
    this.#driver ??= this.#options.loadDriver().then((driver) => {
      this.#loadedDriver = driver;
      return driver;
    });
    this.#driver.catch(() => {
      this.#driver = null;
    });
    return this.#driver;
  }

  #fail(error: unknown, failure = describeUpdateFailure(error).failure): void {
    const { code } = describeUpdateFailure(error);
    this.#options.logger.warn('updating failed', { failure, code });
    this.#found = null;
    this.#state.set({ kind: 'failed', failure });
  }
}
