import { describe, expect, it } from 'vitest';
import { addFailure, allowedFailures, lockedUntil, lockOutDuration, noFailedLogins } from './lockOut';

const fail = (times: number, now: number, before = noFailedLogins) =>
  Array.from({ length: times }).reduce<typeof before>((failed) => addFailure(failed, now), before);

describe('lock-out', () => {
  it('locks at the fifth wrong password, not at the fourth', () => {
    expect(lockedUntil(fail(allowedFailures - 1, 1000), 1000)).toBeNull();
    expect(lockedUntil(fail(allowedFailures, 1000), 1000)).toBe(1000 + lockOutDuration);
  });

  it('ends by itself, and counts from one again', () => {
    const failed = fail(allowedFailures, 1000);
    const later = 1000 + lockOutDuration;
    expect(lockedUntil(failed, later - 1)).toBe(later);
    expect(lockedUntil(failed, later)).toBeNull();
    expect(addFailure(failed, later)).toMatchObject({ count: 1, lockedUntil: null });
  });

  it('forgets failures that are long ago', () => {
    const failed = fail(allowedFailures - 1, 1000);
    expect(addFailure(failed, 1001 + lockOutDuration)).toMatchObject({ count: 1, lockedUntil: null });
  });
});
