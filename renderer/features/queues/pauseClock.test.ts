import { expect, it } from 'vitest';
import { readPauseClock } from './pauseClock';
import { training } from './testQueues';

const since = '2026-11-22T12:40:00.000Z';
const reason = { id: 'lunch', name: 'Almoço', limitSeconds: 600 };
const start = Date.parse(since);

it('is not over at the limit itself, and over by one a second later', () => {
  const state = { kind: 'paused', since, reason, startedBy: 'agent' } as const;
  expect(readPauseClock(state, start + 600_000, 0)).toEqual({ seconds: 600, limitSeconds: 600, overBySeconds: null });
  expect(readPauseClock(state, start + 601_000, 0)).toEqual({ seconds: 601, limitSeconds: 600, overBySeconds: 1 });
});

it("counts by the platform's clock when this computer's is wrong", () => {
  const state = { kind: 'paused', since, reason, startedBy: 'agent' } as const;
  expect(readPauseClock(state, start - 3_600_000 + 30_000, 3_600_000).seconds).toBe(30);
});

it('is never over without a limit', () => {
  const state = { kind: 'paused', since, reason: training, startedBy: 'agent' } as const;
  expect(readPauseClock(state, start + 86_400_000, 0).overBySeconds).toBeNull();
});
