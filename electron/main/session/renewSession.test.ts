import { beforeEach, describe, expect, it } from 'vitest';
import type { Tokens } from '../../../shared/platform/auth';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import { MemoryLogger } from '../logging/memoryLogger';
import type { MicrosoftSession } from '../microsoft/microsoftSignIn';
import { createSessionRenewal } from './renewSession';
import type { LoginOwner } from './sessionVault';

const email = 'fernanda@boreal.example';
const tokens: Tokens = {
  sessionId: 'session-1',
  accessToken: 'access-token-number-1',
  accessTokenExpiresAt: '2026-11-22T13:00:00.000Z',
  refreshToken: 'refresh-token-number-1',
  serverTime: '2026-11-22T12:00:00.000Z',
};
const expired = fail({ kind: 'session-ended', reason: 'expired' });
const refusal = (failure: Extract<Problem, { kind: 'microsoft-sign-in' }>['failure']) =>
  fail({ kind: 'microsoft-sign-in', failure, detail: '' });

describe('createSessionRenewal', () => {
  let refreshed: Result<Tokens>;
  let renewed: Result<MicrosoftSession>;
  let owner: LoginOwner | null;
  let happened: string[];
  let logger: MemoryLogger;
  let renew: (refreshToken: string) => Promise<Result<Tokens>>;

  beforeEach(() => {
    refreshed = expired;
    renewed = succeed({ email, tokens });
    owner = { email, origin: 'microsoft' };
    happened = [];
    logger = new MemoryLogger();
    renew = createSessionRenewal({
      refresh: (refreshToken) => {
        happened.push(`refresh ${refreshToken}`);
        return Promise.resolve(refreshed);
      },
      owner: () => owner,
      renewWithMicrosoft: (whose) => {
        happened.push(`ask Microsoft for ${whose}`);
        return Promise.resolve(renewed);
      },
      logger,
    });
  });

  it('has nothing to do with Microsoft while the platform renews', async () => {
    refreshed = succeed(tokens);
    expect(await renew('one')).toEqual(succeed(tokens));
    expect(happened).toEqual(['refresh one']);
  });

  it('asks Microsoft once for a login that has expired', async () => {
    expect(await renew('one')).toEqual(succeed(tokens));
    expect(happened).toEqual(['refresh one', `ask Microsoft for ${email}`]);
  });

  it('takes a password login at its word that it has expired', async () => {
    owner = { email, origin: 'password' };
    expect(await renew('one')).toEqual(expired);
    expect(happened).toEqual(['refresh one']);
  });

  it.each(['reused', 'revoked', 'replaced', 'unknown'] as const)('renews nothing that was %s', async (reason) => {
    refreshed = fail({ kind: 'session-ended', reason });
    expect(await renew('one')).toEqual(refreshed);
    expect(happened).toEqual(['refresh one']);
  });

  it.each(['sign-in-again', 'not-assigned', 'token-refused', 'other'] as const)(
    'has the session expire where Microsoft says %s',
    async (failure) => {
      renewed = refusal(failure);
      expect(await renew('one')).toEqual(expired);
    },
  );

  it.each([
    ['no network', fail({ kind: 'no-network' })],
    ['Microsoft out of reach', refusal('unreachable')],
    ['the platform ill', fail({ kind: 'platform-down', status: 503 })],
  ])('ends no session for %s, and goes on later without using the token again', async (_, problem) => {
    renewed = problem;
    expect(await renew('one')).toEqual(problem);
    renewed = succeed({ email, tokens });
    expect(await renew('one')).toEqual(succeed(tokens));
    expect(happened.filter((entry) => entry === 'refresh one')).toHaveLength(1);
  });

  it('is not offline for ever: the next token is sent to the platform', async () => {
    renewed = fail({ kind: 'no-network' });
    await renew('one');
    refreshed = succeed(tokens);
    expect(await renew('two')).toEqual(succeed(tokens));
  });

  it('does not go on as somebody else, and logs nobody', async () => {
    renewed = succeed({ email: 'otavio@boreal.example', tokens });
    expect(await renew('one')).toEqual(expired);
    renewed = succeed({ email: email.toUpperCase(), tokens });
    expect((await renew('two')).ok).toBe(true);
    expect(logger.lines.join()).not.toMatch(/boreal|token-number/i);
  });
});
