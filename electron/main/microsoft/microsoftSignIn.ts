import type { AuthenticationResult, ICachePlugin } from '@azure/msal-node';
import { idTokenSchema, type MicrosoftApplication, type Tokens } from '../../../shared/platform/auth';
import type { MicrosoftFailure, MicrosoftPlace } from '../../../shared/state/microsoft';
import type { Language } from '../../../shared/state/settings';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import type { Clock } from '../base/clock';
import { ObservableState, type Observable } from '../base/observable';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import type { Platform } from '../platform/platform';
import type { SecretStore } from '../secrets/secretStore';
import { Attempt } from './attempt';
import { classifyMicrosoftError } from './classifyMicrosoftError';
import type { MicrosoftClient } from './microsoftClient';
import { parseSignInAddress, type SignInAddress } from './popupRules';
import { answerPages } from './signInAnswer';
import type { SignInPlace } from './signInPlace';
import { MicrosoftTokenCache } from './tokenCache';

/**
 * Where a sign-in with Microsoft stands.
 *
 *     idle ──► preparing ──► signing-in (popup | browser) ──► exchanging ──► idle (a session)
 *       ▲          │                    │                          │
 *       └──────────┴────────────────────┴──────────────────────────┘ cancelled, failed, out of time, taken over
 *
 * `preparing`: the platform gives a nonce, and the library is loaded and finds Microsoft. `signing-in`: the agent is at
 * Microsoft's page. `exchanging`: the platform makes a session of Microsoft's ID token. One at a time: another sign-in
 * cancels the one before.
 */
export type MicrosoftSignInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'signing-in'; readonly place: MicrosoftPlace }
  | { readonly kind: 'exchanging' };

/** What the platform made of Microsoft's token. */
export interface MicrosoftSession {
  readonly email: string;
  readonly tokens: Tokens;
}

export interface MicrosoftRequest {
  readonly email: string;
  readonly place: MicrosoftPlace;
}

export interface MicrosoftSignInOptions {
  readonly platform: Platform;
  readonly store: SecretStore;
  readonly createClient: (application: MicrosoftApplication, cachePlugin: ICachePlugin) => Promise<MicrosoftClient>;
  readonly places: Readonly<Record<MicrosoftPlace, SignInPlace>>;
  /** Ends the library's wait for an answer. */
  readonly declineSignIn: (address: SignInAddress) => Promise<void>;
  readonly language: () => Language;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long a sign-in may take from first to last, in milliseconds. */
const signInLimit = 600_000;

/** Signs in with Microsoft, and renews without the agent. What it keeps is one account, in the keychain. */
export class MicrosoftSignIn {
  readonly #options: MicrosoftSignInOptions;
  readonly #state = new ObservableState<MicrosoftSignInState>({ kind: 'idle' });
  #attempt: Attempt | undefined;

  constructor(options: MicrosoftSignInOptions) {
    this.#options = options;
  }

  get state(): Observable<MicrosoftSignInState> {
    return this.#state;
  }

  /** @returns null where the agent gave up, or another sign-in took over */
  async signIn(request: MicrosoftRequest): Promise<Result<MicrosoftSession | null>> {
    const { clock, logger } = this.#options;
    this.cancel();
    const attempt = new Attempt();
    this.#attempt = attempt;
    this.#state.set({ kind: 'preparing' });
    const cancelLimit = clock.schedule(signInLimit, () => {
      attempt.end({ kind: 'failed', problem: problemOf('took-too-long') });
    });
    const ended = attempt.ended.then((end): Result<null> => {
      return end.kind === 'cancelled' ? succeed(null) : fail(end.problem);
    });
    const result = await Promise.race([this.#carryOut(request, attempt), ended]);
    cancelLimit();
    attempt.finish();
    if (this.#attempt === attempt) {
      this.#attempt = undefined;
      this.#state.set({ kind: 'idle' });
    }
    const { place } = request;
    if (!result.ok) logger.info('no sign-in with Microsoft', { place, ...wordsOf(result.problem) });
    else logger.info('sign-in with Microsoft', { place, outcome: result.value === null ? 'cancelled' : 'done' });
    return result;
  }

  /** Gives the sign-in under way up, and closes its window. */
  cancel(): void {
    this.#attempt?.end({ kind: 'cancelled' });
  }

  /** A new session for the account that was kept. Opens no window: where Microsoft wants to see the agent, it fails. */
  async renew(email: string): Promise<Result<MicrosoftSession>> {
    const { store, logger, createClient } = this.#options;
    const application = await this.#readApplication(email);
    if (!application.ok) return application;
    const cache = new MicrosoftTokenCache({ store, logger });
    await cache.load();
    const answer = await this.#ask(async () => {
      const client = await createClient(application.value, cache);
      const [account] = await client.getAllAccounts();
      if (account === undefined) return null;
      return client.acquireTokenSilent({ account, scopes: application.value.scopes, forceRefresh: true });
    });
    if (!answer.ok) return answer;
    if (answer.value === null) return fail(problemOf('sign-in-again', 'no_account'));
    return this.#exchange(answer.value.idToken);
  }

  async #carryOut({ email, place }: MicrosoftRequest, attempt: Attempt): Promise<Result<MicrosoftSession>> {
    const { platform, store, logger, language, createClient, declineSignIn } = this.#options;
    const { signal } = attempt;
    const [application, begun] = await Promise.all([
      this.#readApplication(email, signal),
      platform.call('beginMicrosoftSignIn', { body: {}, signal }),
    ]);
    if (!application.ok) return application;
    if (!begun.ok) return begun;

    const cache = new MicrosoftTokenCache({ store, logger });
    /** Until the library has an answer it listens for one. */
    let awaited: SignInAddress | null = null;
    const answer = await this.#ask(async () => {
      const client = await createClient(application.value, cache);
      try {
        return await client.acquireTokenInteractive({
          scopes: application.value.scopes,
          nonce: begun.value.nonce,
          ...whoSignsIn(email, place),
          ...answerPages(language()),
          openBrowser: async (text) => {
            const address = parseSignInAddress(text);
            if (address === null || attempt.isOver) throw new Error('no page to sign in at, or nobody waits for it');
            awaited = address;
            attempt.onEnd(() => {
              if (awaited !== null) void declineSignIn(awaited);
            });
            await this.#visit(address, place, attempt);
          },
        });
      } finally {
        awaited = null;
      }
    });
    if (!answer.ok || attempt.isOver) return answer.ok ? fail(problemOf('other', 'given_up')) : answer;
    this.#state.set({ kind: 'exchanging' });
    const session = await this.#exchange(answer.value.idToken, signal);
    if (session.ok && !attempt.isOver) await cache.keep();
    return session;
  }

  async #visit(address: SignInAddress, place: MicrosoftPlace, attempt: Attempt): Promise<void> {
    const end = await this.#options.places[place].open({
      address,
      onClosed: () => {
        attempt.end({ kind: 'cancelled' });
      },
      onUnreachable: () => {
        attempt.end({ kind: 'failed', problem: problemOf('unreachable', 'page_not_loaded') });
      },
    });
    if (!attempt.isOver) this.#state.set({ kind: 'signing-in', place });
    attempt.onEnd(() => {
      end(this.#state.value.kind === 'exchanging');
    });
  }

  /** The platform says each time which application its customer has registered, if any. */
  async #readApplication(email: string, signal?: AbortSignal): Promise<Result<MicrosoftApplication>> {
    const options = await this.#options.platform.call('readLoginOptions', {
      body: { email },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!options.ok) return options;
    const { microsoft } = options.value;
    return microsoft === null ? fail(problemOf('other', 'not_offered')) : succeed(microsoft);
  }

  /** Asks the library. It throws what it has to say of Microsoft, and of the network. */
  async #ask<Answer extends AuthenticationResult | null>(question: () => Promise<Answer>): Promise<Result<Answer>> {
    try {
      return succeed(await question());
    } catch (error) {
      const { failure, detail } = classifyMicrosoftError(error);
      if (failure === 'other') this.#options.logger.warn('Microsoft failed', { detail, ...describeError(error) });
      return fail(problemOf(failure, detail));
    }
  }

  async #exchange(text: string, signal?: AbortSignal): Promise<Result<MicrosoftSession>> {
    const idToken = idTokenSchema.safeParse(text);
    if (!idToken.success) return fail(problemOf('token-refused', 'no_id_token'));
    return this.#options.platform.call('exchangeMicrosoftToken', {
      body: { idToken: idToken.data },
      ...(signal === undefined ? {} : { signal }),
    });
  }
}

/**
 * The window of this app knows nobody, so it is told the e-mail. The browser of a shared computer may know somebody else:
 * there the agent chooses, and the library takes no e-mail beside that.
 */
const whoSignsIn = (email: string, place: MicrosoftPlace) =>
  place === 'popup' ? { loginHint: email } : { prompt: 'select_account' };

const problemOf = (failure: MicrosoftFailure, detail: string = failure): Problem => ({
  kind: 'microsoft-sign-in',
  failure,
  detail,
});

const wordsOf = (problem: Problem) =>
  problem.kind === 'microsoft-sign-in'
    ? { problem: problem.failure, detail: problem.detail }
    : { problem: problem.kind, detail: null };
