import { expect, it } from 'vitest';
import { ageOf } from './age';

it.each([
  [0, 'seconds', 0],
  [59_999, 'seconds', 59],
  [60_000, 'minutes', 1],
  [3_599_999, 'minutes', 59],
  [7_200_000, 'hours', 2],
] as const)('tells %d ms in %s', (passed, unit, value) => {
  expect(ageOf(1_000_000, 1_000_000 + passed)).toEqual({ unit, value });
});

it('is no age when the clock was set back', () => {
  expect(ageOf(1_000_000, 400_000)).toEqual({ unit: 'seconds', value: 0 });
});
