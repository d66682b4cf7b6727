import { describe, expect, it } from 'vitest';
import { createRandom } from './random';

const numbers = (seed: number, label: string) => {
  const random = createRandom(seed, label);
  return Array.from({ length: 2000 }, () => random.integer(1, 6));
};

describe('createRandom', () => {
  it('gives the same numbers for the same seed and label, others for others', () => {
    expect(numbers(1, 'dice')).toEqual(numbers(1, 'dice'));
    expect(numbers(1, 'dice')).not.toEqual(numbers(2, 'dice'));
    expect(numbers(1, 'dice')).not.toEqual(numbers(1, 'cards'));
  });

  it('reaches both ends, and spreads evenly enough for a demonstration', () => {
    const counts = [1, 2, 3, 4, 5, 6].map((face) => numbers(7, 'dice').filter((number) => number === face).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2000);
    for (const count of counts) expect(Math.abs(count - 2000 / 6)).toBeLessThan(100);
  });
});
