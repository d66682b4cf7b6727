import { expect, it } from 'vitest';
import { lifetimeOf, renewalMargin } from './tokenLifetime';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22) + seconds * 1000).toISOString();

it("counts a token's life by the platform's own clock", () => {
  expect(lifetimeOf({ accessTokenExpiresAt: at(900), serverTime: at(0) })).toBe(900_000);
});

it('gives a token that came expired a short life, so that the platform is not asked without end', () => {
  expect(lifetimeOf({ accessTokenExpiresAt: at(0), serverTime: at(60) })).toBe(5_000);
});

it.each([
  [3_600_000, 60_000],
  [300_000, 60_000],
  [100_000, 20_000],
  [5_000, 1_000],
])('renews a token that lives %i ms %i ms ahead', (lifetime, margin) => {
  expect(renewalMargin(lifetime)).toBe(margin);
});
