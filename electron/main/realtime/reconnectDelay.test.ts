import { expect, it } from 'vitest';
import { reconnectDelay } from './reconnectDelay';

it.each([
  [0, 500],
  [1, 1_000],
  [3, 4_000],
  [6, 30_000],
  [1_000, 30_000],
])('waits anywhere up to its bound: attempt %i, %i ms', (attempt, bound) => {
  expect(reconnectDelay(attempt, 0)).toBe(0);
  expect(reconnectDelay(attempt, 0.5)).toBe(bound / 2);
  expect(reconnectDelay(attempt, 0.999_999)).toBe(bound);
});
