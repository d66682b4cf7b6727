import type { Agent } from '../../../shared/platform/agent';
import type { Credentials, Tokens } from '../../../shared/platform/auth';
import type { PlatformEvent, SessionEndReason } from '../../../shared/platform/events';
import type { LoginMethod } from '../../../shared/state/loginRules';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import type { SessionState } from '../../../shared/state/session';
import type { AccessTokens } from '../auth/accessTokens';
import { Emitter, ObservableState, type Observable, type Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import type { RealtimeService } from '../realtime/realtimeService';
import type { SettingsService } from '../settings/settingsService';
import type { LoginOwner, SessionVault } from './sessionVault';

export interface SessionServiceOptions {
  readonly platform: Platform;
  readonly accessTokens: Pick<AccessTokens, 'adopt' | 'resume' | 'forget' | 'onDidEnd'>;
  readonly vault: Pick<SessionVault, 'owner' | 'read' | 'store' | 'delete' | 'isPersistent'>;
  readonly realtime: Pick<RealtimeService, 'start' | 'stop' | 'verify' | 'onEvent' | 'onReadAgain' | 'onDidEndSession'>;
  readonly settings: Pick<SettingsService, 'hadSession' | 'rememberEmail' | 'setHadSession'>;
  readonly logger: Logger;
  /** How agents may log in on this computer. A login that is stored already goes on. */
  readonly allowedMethods: readonly LoginMethod[];
}

/** The session of an agent is over and what belongs to it is to be wiped. `agentId` is null where nobody was known yet. */
export interface SessionEnd {
  readonly agentId: string | null;
  /** Null: the agent's own doing. */
  readonly reason: SessionEndReason | null;
}

/**
 * Owns the session: who is logged in, from the stored login at start to the end and its reason. The states are drawn at
 * `sessionStateSchema`. What makes a session go on without the agent's doing is in the event line: each time it comes
 * up, the agent is read, so a stored login resumes by itself once the platform can be reached.
 */
export class SessionService {
  readonly #options: SessionServiceOptions;
  readonly #state = new ObservableState<SessionState>({ kind: 'starting' });
  readonly #signIns = new Emitter<{ readonly agentId: string }>();
  readonly #ends = new Emitter<SessionEnd>();
  #isSigningIn = false;

  constructor(options: SessionServiceOptions) {
    const { accessTokens, realtime, vault, settings } = options;
    this.#options = options;
    accessTokens.onDidEnd((reason) => this.#expire(reason));
    realtime.onDidEndSession((reason) => {
      // Microsoft may renew what has expired: the line, made anew, has it tried.
      if (reason === 'expired' && vault.owner?.origin === 'microsoft') realtime.verify();
      else this.#expire(reason);
    });
    realtime.onEvent((event) => this.#take(event));
    realtime.onReadAgain(() => this.#readAgent());
    vault.isPersistent.onDidChange((survivesRestart) => {
      const state = this.#state.value;
      if (state.kind !== 'signed-in') return;
      settings.setHadSession(survivesRestart);
      this.#state.set({ ...state, survivesRestart });
    });
  }

  get state(): Observable<SessionState> {
    return this.#state;
  }

  /** Somebody is logged in now: by password, or by the stored login that the platform has confirmed. */
  onDidSignIn(listener: (signIn: { readonly agentId: string }) => void): Unsubscribe {
    return this.#signIns.on(listener);
  }

  /** Not told when a session expires: then its agent may log in again over what is on the screen. */
  onDidEndSession(listener: (end: SessionEnd) => void): Unsubscribe {
    return this.#ends.on(listener);
  }

  /** Reads the stored login and goes on with it. Resolves as soon as it is known whether there is one. */
  async start(): Promise<void> {
    const { vault, settings, accessTokens, realtime, logger } = this.#options;
    // The keychain is slow to load: where nothing was kept, the login screen does not wait for it.
    const reading = settings.hadSession ? await vault.read() : { kind: 'absent' as const };
    if (this.#state.value.kind !== 'starting') return;
    if (reading.kind === 'found') {
      logger.info('going on with the stored login');
      this.#state.set({ kind: 'resuming', email: reading.session.email });
      accessTokens.resume(reading.session.refreshToken);
      realtime.start();
      void this.#readAgent();
    } else {
      this.#state.set({ kind: 'signed-out', reason: reading.kind === 'unreadable' ? 'keychain-unreadable' : null });
    }
  }

  /**
   * Logs in by password: from the login screen, or over an expired session. Where another agent than the expired one
   * logs in, the end of that one's session is told first.
   */
  async signIn(credentials: Credentials): Promise<Result<undefined>> {
    const refusal = this.#refuseLogin('password');
    if (refusal !== null) return refusal;
    this.#isSigningIn = true;
    try {
      const tokens = await this.#options.platform.call('logIn', { body: credentials });
      if (!tokens.ok) return tokens;
      return await this.#enter({ email: credentials.email, origin: 'password' }, tokens.value);
    } finally {
      this.#isSigningIn = false;
    }
  }

  /**
   * Logs in with tokens the platform has just issued on other grounds, for a new password or a token of Microsoft's; else
   * like `signIn`.
   */
  async adopt(email: string, tokens: Tokens, origin: LoginOwner['origin'] = 'password'): Promise<Result<undefined>> {
    const refusal = this.#refuseLogin(origin);
    if (refusal !== null) return refusal;
    this.#isSigningIn = true;
    try {
      return await this.#enter({ email, origin }, tokens);
    } finally {
      this.#isSigningIn = false;
    }
  }

  /** Asks the platform to end the session: it refuses while attendances are in progress. Changes nothing here. */
  async signOutAtPlatform(): Promise<Result<undefined>> {
    const { kind } = this.#state.value;
    if (kind !== 'signed-in' && kind !== 'resuming') return succeed(undefined);
    const answer = await this.#options.platform.call('logOut');
    if (answer.ok || answer.problem.kind === 'session-ended') return succeed(undefined);
    return answer;
  }

  /** Forgets the session on this computer. Resolves once the stored login is gone too. */
  async endLocally(reason: SessionEndReason | null): Promise<void> {
    const { kind } = this.#state.value;
    if (kind === 'starting' || kind === 'signed-out') return;
    const agentId = agentOf(this.#state.value)?.id ?? null;
    this.#options.logger.info('the session has ended', { reason: reason ?? 'signed out', agentId });
    const forgotten = this.#forget();
    this.#state.set({ kind: 'signed-out', reason });
    this.#ends.emit({ agentId, reason });
    await forgotten;
  }

  changeName(name: string): Promise<Result<undefined>> {
    return this.#changeAgent(this.#options.platform.call('updateMe', { body: { name } }));
  }

  /** @param photo a data URL, or null to have none */
  changePhoto(photo: string | null): Promise<Result<undefined>> {
    const { platform } = this.#options;
    return this.#changeAgent(
      photo === null ? platform.call('removePhoto') : platform.call('replacePhoto', { body: { photo } }),
    );
  }

  async #changeAgent(change: Promise<Result<Agent>>): Promise<Result<undefined>> {
    const answer = await change;
    if (!answer.ok) return answer;
    this.#updateAgent(answer.value);
    return succeed(undefined);
  }

  /** Goes on with fresh tokens. Where the agent can't be read, the login has failed and nothing of it is kept. */
  async #enter(owner: LoginOwner, tokens: Tokens): Promise<Result<undefined>> {
    const { accessTokens, platform, vault, realtime, settings, logger } = this.#options;
    const before = this.#state.value;
    accessTokens.adopt(tokens);
    const [agent] = await Promise.all([platform.call('readMe'), vault.store(owner, tokens)]);
    if (!agent.ok || this.#state.value !== before) {
      await this.#forget();
      return agent.ok ? fail({ kind: 'session-ended', reason: 'unknown' }) : agent;
    }
    const agentBefore = agentOf(before);
    if (agentBefore !== null && agentBefore.id !== agent.value.id) {
      logger.info('another agent logs in over an expired session', { agentId: agentBefore.id });
      this.#state.set({ kind: 'signed-out', reason: null });
      this.#ends.emit({ agentId: agentBefore.id, reason: null });
    }
    settings.rememberEmail(owner.email);
    settings.setHadSession(vault.isPersistent.value);
    this.#becomeSignedIn(agent.value);
    realtime.start();
    return succeed(undefined);
  }

  #becomeSignedIn(agent: Agent): void {
    const survivesRestart = this.#options.vault.isPersistent.value;
    this.#options.logger.info('signed in', { agentId: agent.id, survivesRestart });
    this.#state.set({ kind: 'signed-in', agent, survivesRestart });
    this.#signIns.emit({ agentId: agent.id });
  }

  /** Reads who is logged in: for a stored login, this is the platform's word that it is still good. */
  async #readAgent(): Promise<Result<undefined>> {
    const answer = await this.#options.platform.call('readMe');
    if (!answer.ok) return answer;
    if (this.#state.value.kind === 'resuming') this.#becomeSignedIn(answer.value);
    else this.#updateAgent(answer.value);
    return succeed(undefined);
  }

  /** Null where nothing stands against a login of this kind. */
  #refuseLogin(method: LoginMethod): Result<never> | null {
    const { kind } = this.#state.value;
    if (this.#isSigningIn || (kind !== 'signed-out' && kind !== 'expired')) {
      return fail({ kind: 'refused', code: 'already-signed-in' });
    }
    const { allowedMethods } = this.#options;
    return allowedMethods.includes(method) ? null : fail({ kind: 'refused', code: 'login-method-not-allowed' });
  }

  #take(event: PlatformEvent): void {
    if (event.type === 'agent-changed') this.#updateAgent(event.agent);
  }

  /** An answer that was on its way when another agent logged in is not this one's. */
  #updateAgent(agent: Agent): void {
    const state = this.#state.value;
    if (state.kind !== 'signed-in' || state.agent.id !== agent.id) return;
    if (JSON.stringify(state.agent) !== JSON.stringify(agent)) this.#state.set({ ...state, agent });
  }

  /** The platform ended the session. */
  #expire(reason: SessionEndReason): void {
    const state = this.#state.value;
    if (state.kind === 'resuming') {
      void this.endLocally(reason);
      return;
    }
    if (state.kind !== 'signed-in') return;
    this.#options.logger.warn('the platform ended the session', { reason, agentId: state.agent.id });
    void this.#forget();
    this.#state.set({ kind: 'expired', agent: state.agent, reason });
  }

  async #forget(): Promise<void> {
    const { realtime, accessTokens, settings, vault } = this.#options;
    realtime.stop();
    accessTokens.forget();
    settings.setHadSession(false);
    await vault.delete();
  }
}

const agentOf = (state: SessionState): Agent | null =>
  state.kind === 'signed-in' || state.kind === 'expired' ? state.agent : null;
