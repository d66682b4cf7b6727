import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/state/problem';
import { mapFailure, parseRetryAfter } from './failures';

const platformNow = Date.parse('2026-11-22T12:00:00.000Z');
const answer = (status: number, body: unknown, retryAfter: string | null = null): Problem =>
  mapFailure({ kind: 'answer', operation: 'readMe', status, body, retryAfter, platformNow });

describe('mapFailure', () => {
  const until = '2026-11-22T12:15:00.000Z';
  const holding = { id: 'a1', customerName: 'Ana', channel: 'whatsapp', since: until };
  const table: readonly [number, unknown, Problem][] = [
    [401, { code: 'invalid-credentials' }, { kind: 'wrong-password' }],
    [401, { code: 'invalid-token' }, { kind: 'refused', code: 'invalid-token' }],
    [401, { code: 'refresh-refused', reason: 'reused' }, { kind: 'session-ended', reason: 'reused' }],
    [403, { code: 'forbidden' }, { kind: 'refused', code: 'forbidden' }],
    [404, { code: 'not-found' }, { kind: 'refused', code: 'not-found' }],
    [409, { code: 'offer-gone' }, { kind: 'offer-gone' }],
    [409, { code: 'at-capacity' }, { kind: 'at-capacity' }],
    [409, { code: 'already-finished' }, { kind: 'already-finished' }],
    [409, { code: 'not-logged-in' }, { kind: 'refused', code: 'not-logged-in' }],
    [413, { code: 'too-large' }, { kind: 'refused', code: 'too-large' }],
    [422, { code: 'password-policy', unmet: ['length'] }, { kind: 'password-policy', unmet: ['length'] }],
    [422, { code: 'reset-link-refused', reason: 'used' }, { kind: 'reset-link-refused', reason: 'used' }],
    [
      401,
      { code: 'microsoft-refused', reason: 'token' },
      { kind: 'microsoft-sign-in', failure: 'token-refused', detail: 'microsoft-refused: token' },
    ],
    [
      401,
      { code: 'microsoft-refused', reason: 'account' },
      { kind: 'microsoft-sign-in', failure: 'unknown-account', detail: 'microsoft-refused: account' },
    ],
    [423, { code: 'account-locked', until }, { kind: 'account-locked', until }],
    [429, { code: 'too-many-requests', retryAt: until }, { kind: 'too-many-tries', retryAt: until }],
    [500, { code: 'internal' }, { kind: 'platform-down', status: 500 }],
    [503, { code: 'unavailable' }, { kind: 'platform-down', status: 503 }],
    [502, undefined, { kind: 'platform-down', status: 502 }],
    [407, undefined, { kind: 'no-network' }],
    [418, { code: 'teapot' }, { kind: 'answer-not-understood', detail: 'readMe: status 418' }],
    [401, undefined, { kind: 'answer-not-understood', detail: 'readMe: status 401' }],
  ];

  it.each(table)('tells an answer %i %j', (status, body, problem) => {
    expect(answer(status, body)).toEqual(problem);
  });

  it('tells which attendances keep the agent from logging out', () => {
    expect(answer(409, { code: 'attendances-in-progress', attendances: [holding] })).toEqual({
      kind: 'attendances-in-progress',
      holding: [holding],
    });
  });

  it('takes the time to wait from Retry-After where a gateway answers instead of the platform', () => {
    expect(answer(429, undefined, '30')).toEqual({ kind: 'too-many-tries', retryAt: '2026-11-22T12:00:30.000Z' });
    expect(answer(423, 'locked', '900')).toEqual({ kind: 'account-locked', until: '2026-11-22T12:15:00.000Z' });
  });
});

describe('parseRetryAfter', () => {
  it.each([
    ['120', '2026-11-22T12:02:00.000Z'],
    ['Sun, 22 Nov 2026 12:05:00 GMT', '2026-11-22T12:05:00.000Z'],
    [null, '2026-11-22T12:01:00.000Z'],
    ['soon', '2026-11-22T12:01:00.000Z'],
  ])('reads %j', (header, instant) => {
    expect(parseRetryAfter(header, platformNow)).toBe(instant);
  });
});
