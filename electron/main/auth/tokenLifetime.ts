import type { Tokens } from '../../../shared/platform/auth';

/** The longest time ahead of its expiry that a token is renewed, in milliseconds. */
const longestMargin = 60_000;
/** A platform that hands out tokens already expired must not be asked for new ones without end. */
const shortestLifetime = 5_000;

/**
 * How long an access token lives from the moment its answer was made, in milliseconds. Both times are the platform's,
 * so this computer's clock does not matter.
 */
export const lifetimeOf = (tokens: Pick<Tokens, 'accessTokenExpiresAt' | 'serverTime'>): number =>
  Math.max(shortestLifetime, Date.parse(tokens.accessTokenExpiresAt) - Date.parse(tokens.serverTime));

/** How long before its expiry a token is renewed: a fifth of its life, a minute at most, in milliseconds. */
export const renewalMargin = (lifetime: number): number => Math.min(longestMargin, lifetime / 5);
