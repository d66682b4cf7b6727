import type { JWTVerifyGetKey } from 'jose';
import { systemTime, type Clock, type RealTime } from '../base/clock';
import { minute, second } from '../base/instants';
import { ProblemError } from '../http/problemError';
import type { AgentAccount, Agents } from '../profile/agents';
import type { MicrosoftProvider } from './microsoftProvider';
import { createToken, hashToken } from './tokens';
import { clockTolerance, tokenRefused, verifyIdToken, type IdTokenClaims } from './verifyIdToken';

/** How long a sign-in that was begun may take, in milliseconds. */
export const nonceLifetime = 15 * minute;
/** How old an ID token without a nonce may be, in milliseconds. */
export const renewedTokenLifetime = 5 * minute;
const rememberedNonces = 10_000;

/** What stands under the signature, which a signature of the same bytes written otherwise does not change. */
const signedPart = (idToken: string): string => idToken.slice(0, idToken.lastIndexOf('.'));

/**
 * Takes ID tokens of the customer's identity provider for agents. Tokens are made by the provider's clock, so their
 * times are judged by the real one; nonces are the platform's own and follow its clock.
 */
export class MicrosoftSignIn {
  /** By hash, with when each ends. */
  private readonly nonces = new Map<string, number>();
  /** By hash, with when the token would have ended anyway, in real time. */
  private readonly usedTokens = new Map<string, number>();
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(
    readonly provider: MicrosoftProvider,
    private readonly agents: Agents,
    private readonly clock: Clock,
    private readonly realTime: Pick<RealTime, 'now'> = systemTime,
  ) {}

  /** A nonce for a sign-in that begins. */
  begin(): string {
    const now = this.clock.now();
    for (const [hash, expiresAt] of this.nonces) if (expiresAt <= now) this.nonces.delete(hash);
    const oldest = this.nonces.keys().next();
    if (this.nonces.size >= rememberedNonces && !oldest.done) this.nonces.delete(oldest.value);
    const nonce = createToken();
    this.nonces.set(hashToken(nonce), now + nonceLifetime);
    return nonce;
  }

  /** Whose ID token this is. Throws `microsoft-refused`. */
  async exchange(idToken: string): Promise<AgentAccount> {
    const keys = await (this.keys ??= this.provider.loadKeys());
    const claims = await verifyIdToken(idToken, this.provider, keys, this.realTime.now());
    this.useUp(idToken, claims);
    if (claims.nonce === undefined) this.refuseUnlessNew(claims);
    else this.takeNonce(claims.nonce);
    return this.findAgent(claims);
  }

  private useUp(idToken: string, { exp }: IdTokenClaims): void {
    const now = this.realTime.now();
    for (const [used, endsAt] of this.usedTokens) if (endsAt <= now) this.usedTokens.delete(used);
    const hash = hashToken(signedPart(idToken));
    if (this.usedTokens.has(hash)) throw tokenRefused();
    this.usedTokens.set(hash, exp * second + clockTolerance);
  }

  private refuseUnlessNew({ iat }: IdTokenClaims): void {
    const age = this.realTime.now() - iat * second;
    if (age > renewedTokenLifetime || age < -clockTolerance) throw tokenRefused();
  }

  private takeNonce(nonce: string): void {
    const hash = hashToken(nonce);
    const expiresAt = this.nonces.get(hash);
    this.nonces.delete(hash);
    if (expiresAt === undefined || expiresAt <= this.clock.now()) throw tokenRefused();
  }

  /**
   * An administrator knows an agent's account by its e-mail only; from the first sign-in on it is known by its own id,
   * so that nobody takes an agent's place by taking the name. An agent with a password is never found this way.
   */
  private findAgent({ oid, preferred_username: email }: IdTokenClaims): AgentAccount {
    const linked = this.agents.findByMicrosoftAccount(oid);
    if (linked) return linked;
    const agent = this.agents.findByEmail(email);
    if (agent?.login !== 'microsoft' || agent.microsoftAccountId !== null) {
      throw new ProblemError({ code: 'microsoft-refused', reason: 'account' });
    }
    return this.agents.linkMicrosoftAccount(agent.id, oid);
  }
}
