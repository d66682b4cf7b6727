import { createHash } from 'node:crypto';
import type { ResetLinkRefusal } from '../../../shared/state/passwordLink';

/** How many tokens are remembered. Whoever makes up more than so many links gains one more check of an old one. */
const limit = 1000;

/** The tokens that were done with in this run, and why each no longer works; kept as hashes only. */
export class SpentTokens {
  readonly #reasons = new Map<string, ResetLinkRefusal>();

  add(token: string, reason: ResetLinkRefusal): void {
    this.#reasons.set(hash(token), reason);
    const oldest = this.#reasons.keys().next();
    if (this.#reasons.size > limit && oldest.done !== true) this.#reasons.delete(oldest.value);
  }

  /** Why the token no longer works, or null while nothing is known against it. */
  reasonOf(token: string): ResetLinkRefusal | null {
    return this.#reasons.get(hash(token)) ?? null;
  }
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64');
