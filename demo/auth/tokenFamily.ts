import { z } from 'zod';
import { sessionEndReasonSchema, type SessionEndReason } from '../../shared/platform/events';

/**
 * The refresh tokens of one session, one after the other. Only hashes are kept.
 *
 *     active ──► ended (expired | reused | revoked | replaced)
 */
export const tokenFamilySchema = z.object({
  current: z.string(),
  used: z.array(z.string()).readonly(),
  expiresAt: z.number(),
  ended: z.nullable(sessionEndReasonSchema),
});

export type TokenFamily = Readonly<z.infer<typeof tokenFamilySchema>>;

/** What to do with a refresh token: give the next one, or refuse, ending the family where it has not ended yet. */
export type RefreshDecision =
  { readonly kind: 'rotate' } | { readonly kind: 'refuse'; readonly reason: SessionEndReason };

/** How many used tokens a family remembers; an older one is unknown, which is refused just the same. */
const rememberedTokens = 1000;

export const startFamily = (hash: string, expiresAt: number): TokenFamily => ({
  current: hash,
  used: [],
  expiresAt,
  ended: null,
});

/** Decides on a token that belongs to this family. */
export const decideRefresh = (family: TokenFamily, hash: string, now: number): RefreshDecision => {
  if (family.ended !== null) return { kind: 'refuse', reason: family.ended };
  if (now >= family.expiresAt) return { kind: 'refuse', reason: 'expired' };
  return hash === family.current ? { kind: 'rotate' } : { kind: 'refuse', reason: 'reused' };
};

export const rotateFamily = (family: TokenFamily, nextHash: string, expiresAt: number): TokenFamily => ({
  ...family,
  current: nextHash,
  used: [...family.used, family.current].slice(-rememberedTokens),
  expiresAt,
});

export const endFamily = (family: TokenFamily, reason: SessionEndReason): TokenFamily => ({
  ...family,
  ended: family.ended ?? reason,
});
