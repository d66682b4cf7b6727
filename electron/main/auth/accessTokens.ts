import type { Tokens } from '../../../shared/platform/auth';
import type { SessionEndReason } from '../../../shared/platform/events';
import { assertNever } from '../../../shared/rules/assertNever';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import type { Clock } from '../base/clock';
import { Emitter, type Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import { lifetimeOf, renewalMargin } from './tokenLifetime';
import type { RefreshTokenVault } from './refreshTokenVault';

/** The session's access token, as those who send it see it. */
export interface AccessTokenSource {
  /** A token that is good for now, renewed if need be. */
  getAccessToken(): Promise<Result<string>>;
  /** Another one in the place of a token that the platform has just refused. */
  renew(refused: string): Promise<Result<string>>;
}

export interface AccessTokensOptions {
  /** The contract's `refresh`. It must not be sent twice by itself: a refresh token works once. */
  readonly refresh: (refreshToken: string) => Promise<Result<Tokens>>;
  readonly vault: RefreshTokenVault;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Nobody is logged in, there is a stored login only, or there is an access token too. Times are this computer's clock:
 * the platform's `serverTime` turns an expiry into a lifetime, so that a wrong clock does no harm.
 */
type Holding =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refresh-token'; readonly refreshToken: string }
  | {
      readonly kind: 'both';
      readonly refreshToken: string;
      readonly accessToken: string;
      readonly expiresAt: number;
      readonly renewAt: number;
    };

/** After a renewal ahead of expiry failed, the next is tried this much later, in milliseconds. */
const renewalPause = 10_000;

/**
 * Holds the session's tokens, in memory only, and renews them ahead of their expiry.
 *
 * The refresh token rotates. Its successor goes to the vault as soon as it is here, and whoever waits for the new access
 * token goes on meanwhile. One case can't be saved: the platform rotates and its answer is lost, or the app is killed
 * before the vault has it. The old token is then used a second time, the platform takes that for theft, revokes the
 * family, and the session ends with its reason `reused`. That is the price of reuse detection: the agent logs in again.
 *
 * A network failure is no refusal: the tokens stay and the callers are told of the network.
 */
export class AccessTokens implements AccessTokenSource {
  readonly #options: AccessTokensOptions;
  readonly #ends = new Emitter<SessionEndReason>();
  #holding: Holding = { kind: 'nothing' };
  #refreshing: Promise<Result<string>> | undefined;
  /** Settles when renewals may begin again; undefined while they may. */
  #rest: { readonly over: Promise<void>; readonly end: () => void } | undefined;
  #cancelTimer: Unsubscribe = () => undefined;

  constructor(options: AccessTokensOptions) {
    this.#options = options;
  }

  /** The platform refused to renew: the session is over. Everything held is forgotten by then. */
  onDidEnd(listener: (reason: SessionEndReason) => void): Unsubscribe {
    return this.#ends.on(listener);
  }

  /** Takes the tokens of a fresh login. The caller has them kept in the vault. */
  adopt(tokens: Tokens): void {
    this.forget();
    this.#hold(tokens);
  }

  /** Goes on with a stored login; the first caller has it renewed. */
  resume(refreshToken: string): void {
    this.forget();
    this.#holding = { kind: 'refresh-token', refreshToken };
  }

  /** Forgets all. A renewal under way comes to nothing. */
  forget(): void {
    this.#cancelTimer();
    this.#refreshing = undefined;
    this.#holding = { kind: 'nothing' };
  }

  /**
   * Begins no renewal until `goOn`, for an app that is about to exit: whoever needs one waits. Resolves once a renewal
   * under way has come to its end, its token handed to the vault. Left behind, that token would be lost and the session
   * with it; and keytar brings an app down that exits while the keychain is at work.
   */
  async rest(): Promise<void> {
    if (this.#rest !== undefined) return;
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#rest = { over, end };
    await this.#refreshing;
  }

  goOn(): void {
    this.#rest?.end();
    this.#rest = undefined;
  }

  async getAccessToken(): Promise<Result<string>> {
    const holding = this.#holding;
    switch (holding.kind) {
      case 'nothing':
        return noSession;
      case 'refresh-token':
        return this.#refresh();
      case 'both': {
        // Compared at each use, since no timer runs while the computer sleeps.
        if (this.#options.clock.now() < holding.renewAt) return succeed(holding.accessToken);
        const renewed = await this.#refresh();
        const isStillGood = this.#holding === holding && this.#options.clock.now() < holding.expiresAt;
        return !renewed.ok && isStillGood ? succeed(holding.accessToken) : renewed;
      }
      default:
        return assertNever(holding);
    }
  }

  async renew(refused: string): Promise<Result<string>> {
    const holding = this.#holding;
    if (holding.kind === 'nothing') return noSession;
    // Somebody else had the same token refused, and it has been renewed since.
    const isRenewed = holding.kind === 'both' && holding.accessToken !== refused;
    return isRenewed ? this.getAccessToken() : this.#refresh();
  }

  /** One refresh at a time, however many wait for it. */
  #refresh(): Promise<Result<string>> {
    if (this.#refreshing !== undefined) return this.#refreshing;
    const begun = this.#rest === undefined ? this.#refreshOnce() : this.#rest.over.then(() => this.#refreshOnce());
    const refreshing = begun.finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
    });
    this.#refreshing = refreshing;
    return refreshing;
  }

  async #refreshOnce(): Promise<Result<string>> {
    const holding = this.#holding;
    if (holding.kind === 'nothing') return noSession;
    const { refresh, vault, logger } = this.#options;
    const answer = await refresh(holding.refreshToken);
    // Logged out, or logged in anew, meanwhile: these tokens belong to a session that is over.
    if (this.#holding !== holding) return noSession;
    if (!answer.ok) {
      if (answer.problem.kind === 'session-ended') {
        const { reason } = answer.problem;
        logger.warn('the platform refused to renew the session', { reason });
        this.forget();
        this.#ends.emit(reason);
      } else if (holding.kind === 'both') {
        this.#renewIn(renewalPause);
      }
      return answer;
    }
    // Nobody waits for the keychain, which may be slow or have a dialog up: the old token is used up either way.
    void vault.replace(answer.value);
    this.#hold(answer.value);
    return succeed(answer.value.accessToken);
  }

  #hold(tokens: Tokens): void {
    const now = this.#options.clock.now();
    const lifetime = lifetimeOf(tokens);
    const untilRenewal = Math.max(0, lifetime - renewalMargin(lifetime));
    this.#holding = {
      kind: 'both',
      refreshToken: tokens.refreshToken,
      accessToken: tokens.accessToken,
      expiresAt: now + lifetime,
      renewAt: now + untilRenewal,
    };
    this.#renewIn(untilRenewal);
  }

  #renewIn(delay: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#options.clock.schedule(delay, () => void this.#refresh());
  }
}

const noSession = fail({ kind: 'session-ended', reason: 'unknown' });
