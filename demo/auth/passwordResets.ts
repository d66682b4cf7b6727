import { z } from 'zod';
import type { Clock } from '../base/clock';
import { hour } from '../base/instants';
import { ProblemError } from '../http/problemError';
import { createToken, hashToken } from './tokens';

const resetSchema = z.object({
  agentId: z.string(),
  expiresAt: z.number(),
  state: z.enum(['open', 'used', 'superseded']),
});

export const passwordResetsSnapshotSchema = z.array(z.tuple([z.string(), resetSchema]));

type Reset = Readonly<z.infer<typeof resetSchema>>;

/** How long a link of a reset e-mail works, in milliseconds. */
export const resetLinkLifetime = hour;
const rememberedResets = 1000;

/** Owns the tokens of reset links: each works once, for an hour, and only the newest of an agent. */
export class PasswordResets {
  private readonly resets = new Map<string, Reset>();

  constructor(private readonly clock: Clock) {}

  /** A new token for the link in an e-mail. Those sent to the agent before stop working. */
  create(agentId: string): string {
    for (const [hash, reset] of this.resets) {
      if (reset.agentId === agentId && reset.state === 'open') this.resets.set(hash, { ...reset, state: 'superseded' });
    }
    const token = createToken();
    this.resets.set(hashToken(token), { agentId, expiresAt: this.clock.now() + resetLinkLifetime, state: 'open' });
    const oldest = this.resets.keys().next();
    if (this.resets.size > rememberedResets && !oldest.done) this.resets.delete(oldest.value);
    return token;
  }

  /** Whose token this is. Throws `reset-link-refused`. */
  agentIdOf(token: string): string {
    const reset = this.resets.get(hashToken(token));
    if (!reset) throw new ProblemError({ code: 'reset-link-refused', reason: 'unknown' });
    if (reset.state === 'used') throw new ProblemError({ code: 'reset-link-refused', reason: 'used' });
    if (reset.state === 'superseded' || reset.expiresAt <= this.clock.now()) {
      throw new ProblemError({ code: 'reset-link-refused', reason: 'expired' });
    }
    return reset.agentId;
  }

  use(token: string): void {
    const hash = hashToken(token);
    const reset = this.resets.get(hash);
    if (reset) this.resets.set(hash, { ...reset, state: 'used' });
  }

  snapshot(): z.infer<typeof passwordResetsSnapshotSchema> {
    return [...this.resets];
  }

  restore(snapshot: z.infer<typeof passwordResetsSnapshotSchema>): void {
    for (const [hash, reset] of snapshot) this.resets.set(hash, reset);
  }
}
