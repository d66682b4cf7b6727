import type { DeepLink } from '../../../shared/rules/deepLink';
import type { PasswordSet } from '../../../shared/platform/auth';
import type { PasswordLinkState } from '../../../shared/state/passwordLink';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import type { AttendanceService } from '../attendances/attendanceService';
import { ObservableState, type Observable } from '../base/observable';
import type { LeaveState } from '../lifecycle/lifecycleService';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import type { SessionService } from '../session/sessionService';
import type { SettingsService } from '../settings/settingsService';
import { describeLink, nextLink, noLink } from './passwordLink';
import type { PasswordLink, PasswordLinkEvent, Surroundings } from './passwordLink';
import { SpentTokens } from './spentTokens';

export interface PasswordLinkServiceOptions {
  readonly platform: Platform;
  readonly session: Pick<SessionService, 'state' | 'adopt'>;
  readonly settings: Pick<SettingsService, 'rememberEmail'>;
  readonly attendances: Pick<AttendanceService, 'holding' | 'list'>;
  readonly leaving: Observable<LeaveState>;
  readonly logger: Logger;
  /** A policy may leave agents only other ways in: then a new password opens no session here. */
  readonly mayLogInWithPassword: boolean;
}

/** Where the agent is after setting a password: in, at the login, or where they were, since somebody is logged in. */
export type PasswordSaved = 'signed-in' | 'login' | 'saved';

/**
 * Owns the newest link to set a password with, and its token, which is in memory only. A link opens a form and does
 * nothing else; the states are drawn at `passwordLinkStateSchema`.
 */
export class PasswordLinkService {
  readonly #options: PasswordLinkServiceOptions;
  readonly #spent = new SpentTokens();
  readonly #state = new ObservableState<PasswordLinkState>(noLink);
  #link: PasswordLink = noLink;
  #isChecking = false;

  constructor(options: PasswordLinkServiceOptions) {
    this.#options = options;
    const { session, attendances, leaving } = options;
    session.state.onDidChange(() => this.#step({ kind: 'session-changed' }));
    attendances.list.onDidChange(() => this.#publish());
    leaving.onDidChange(() => this.#publish());
  }

  get state(): Observable<PasswordLinkState> {
    return this.#state;
  }

  /** A link has arrived. One for something else is left alone. */
  take(link: DeepLink): void {
    if (link.kind !== 'foreign') this.#step({ kind: 'arrived', link });
  }

  /** The agent opens the link that waits, or has it checked again. */
  open(): void {
    this.#step({ kind: 'opened' });
  }

  dismiss(): void {
    this.#step({ kind: 'dismissed' });
  }

  /** Sets the password with the open link. Where the platform could not be asked the link stays open. */
  async save(password: string): Promise<Result<PasswordSaved>> {
    const link = this.#link;
    if (link.kind !== 'open') return fail({ kind: 'refused', code: 'no-open-link' });
    this.#step({ kind: 'saving-began' });
    const saved = await this.#save(link, password);
    this.#step({ kind: 'saving-ended', answer: saved });
    return saved;
  }

  async #save(link: { readonly token: string; readonly email: string }, password: string) {
    const wantsSession = this.#options.mayLogInWithPassword && this.#wantsSession(link.email);
    const body = { token: link.token, password, wantsSession };
    const answer = await this.#options.platform.call('resetPassword', { body });
    return answer.ok ? succeed(await this.#proceed(answer.value)) : answer;
  }

  /** A link never puts an end to anybody's session, not even to one that only waits for its agent's password. */
  #wantsSession(email: string): boolean {
    const session = this.#options.session.state.value;
    if (session.kind === 'expired') return session.agent.email.toLowerCase() === email.toLowerCase();
    return session.kind === 'signed-out';
  }

  async #proceed(set: PasswordSet): Promise<PasswordSaved> {
    if (!this.#wantsSession(set.email)) return 'saved';
    const { session, settings } = this.#options;
    const entered = set.next === 'session' && (await session.adopt(set.email, set.tokens)).ok;
    if (entered) return 'signed-in';
    // The password is set in any case: the login screen offers the e-mail it belongs to.
    settings.rememberEmail(set.email);
    return 'login';
  }

  #step(event: PasswordLinkEvent): void {
    const before = this.#link.kind;
    const { link, spent } = nextLink(this.#link, event, this.#surroundings());
    if (spent !== null) this.#spent.add(spent.token, spent.reason);
    this.#link = link;
    if (link.kind !== before) this.#options.logger.info('link to set a password', { state: link.kind });
    this.#publish();
    if (link.kind === 'checking') void this.#check();
  }

  /** One check at a time: however many links arrive meanwhile, only the newest is checked after it. */
  async #check(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    while (this.#link.kind === 'checking') {
      const { token } = this.#link;
      const answer = await this.#options.platform.call('checkResetLink', { body: { token } });
      this.#step({ kind: 'checked', token, answer });
    }
    this.#isChecking = false;
  }

  #publish(): void {
    const state = describeLink(this.#link, this.#surroundings());
    if (JSON.stringify(state) !== JSON.stringify(this.#state.value)) this.#state.set(state);
  }

  #surroundings(): Surroundings {
    const { session, attendances, leaving } = this.#options;
    return {
      session: session.state.value.kind,
      isFree: attendances.holding().length === 0 && leaving.value.kind === 'running',
      spentReason: (token) => this.#spent.reasonOf(token),
    };
  }
}
