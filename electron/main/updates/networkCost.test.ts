import { describe, expect, it } from 'vitest';
import { parseMetered } from './networkCost';

describe('parseMetered', () => {
  it.each([
    ['u 0\n', 'unknown'],
    ['u 1\n', 'metered'],
    ['u 2\n', 'free'],
    ['u 3\n', 'metered'],
    ['u 4\n', 'free'],
    ['u 5\n', 'unknown'],
    ['', 'unknown'],
    ['Failed to get property', 'unknown'],
  ])('%o is %s', (printed, cost) => {
    expect(parseMetered(printed)).toBe(cost);
  });
});
