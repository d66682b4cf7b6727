import type { Clock } from '../base/clock';
import { minute } from '../base/instants';

export interface RateLimit {
  readonly requests: number;
  /** In milliseconds. */
  readonly window: number;
}

/** When the next request is allowed, or null where it is allowed now. `earlier` are the times of those in the window. */
export const nextAllowedAt = (earlier: readonly number[], limit: RateLimit, now: number): number | null => {
  const inWindow = earlier.filter((at) => now - at < limit.window);
  const oldest = inWindow.at(-limit.requests);
  return oldest === undefined ? null : oldest + limit.window;
};

/** Counts requests by key in a sliding window. */
export class RateLimiter {
  private readonly requests = new Map<string, readonly number[]>();

  constructor(private readonly clock: Clock) {}

  /** Takes one request from the allowance; answers when to try again where there is none left, else null. */
  take(key: string, limit: RateLimit): number | null {
    const now = this.clock.now();
    const earlier = (this.requests.get(key) ?? []).filter((at) => now - at < limit.window);
    const retryAt = nextAllowedAt(earlier, limit, now);
    if (retryAt === null) earlier.push(now);
    this.requests.set(key, earlier);
    if (this.requests.size > 10_000) this.forgetOldest();
    return retryAt;
  }

  private forgetOldest(): void {
    const oldest = this.requests.keys().next();
    if (!oldest.done) this.requests.delete(oldest.value);
  }
}

/** What one address may ask before being logged in, for each operation. */
export const openRateLimit: RateLimit = { requests: 30, window: minute };
/** Refreshing proves a secret already, and a whole office may share one address. */
export const refreshRateLimit: RateLimit = { requests: 300, window: minute };
