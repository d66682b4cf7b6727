import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manualClock';
import { RateLimiter } from './rateLimiter';

describe('RateLimiter', () => {
  it('says when to try again once the allowance is used up, and lets one through then', () => {
    const clock = new ManualClock(1000);
    const limiter = new RateLimiter(clock);
    const limit = { requests: 2, window: 500 };
    expect(limiter.take('login', limit)).toBeNull();
    clock.advance(100);
    expect(limiter.take('login', limit)).toBeNull();
    expect(limiter.take('login', limit)).toBe(1500);
    expect(limiter.take('another', limit)).toBeNull();
    clock.advance(400);
    expect(limiter.take('login', limit)).toBeNull();
    expect(limiter.take('login', limit)).toBe(1600);
  });
});
