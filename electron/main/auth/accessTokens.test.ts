import { beforeEach, describe, expect, it } from 'vitest';
import type { Tokens } from '../../../shared/platform/auth';
import type { SessionEndReason } from '../../../shared/platform/events';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import { FakeClock, settle } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { AccessTokens } from './accessTokens';

const minute = 60_000;
const noNetwork: Problem = { kind: 'no-network' };

/** A platform whose clock is an hour ahead of this computer's. */
const tokens = (number: number, clock: FakeClock, lifetime = 10 * minute): Tokens => {
  const serverNow = clock.now() + 60 * minute;
  return {
    sessionId: 'session-1',
    accessToken: `access-token-number-${number}`,
    accessTokenExpiresAt: new Date(serverNow + lifetime).toISOString(),
    refreshToken: `refresh-token-number-${number}`,
    serverTime: new Date(serverNow).toISOString(),
  };
};

describe('AccessTokens', () => {
  let clock: FakeClock;
  let logger: MemoryLogger;
  /** In the order they happened: refreshes by their token, what the vault keeps, ends by their reason. */
  let happened: string[];
  let answers: ((answer: Result<Tokens>) => void)[];
  let keep: () => Promise<void>;
  let accessTokens: AccessTokens;

  const answer = async (result: Result<Tokens>) => {
    const next = answers.shift();
    if (next === undefined) throw new Error('no refresh is under way');
    next(result);
    await settle();
  };
  const ends = () => happened.filter((entry) => entry.startsWith('ended'));

  beforeEach(() => {
    clock = new FakeClock();
    logger = new MemoryLogger();
    happened = [];
    answers = [];
    keep = () => Promise.resolve();
    accessTokens = new AccessTokens({
      refresh: (refreshToken) => {
        happened.push(`sent ${refreshToken}`);
        return new Promise((resolve) => answers.push(resolve));
      },
      vault: {
        replace: async ({ refreshToken }) => {
          await keep();
          happened.push(`kept ${refreshToken}`);
        },
      },
      clock,
      logger,
    });
    accessTokens.onDidEnd((reason: SessionEndReason) => happened.push(`ended ${reason}`));
  });

  it('hands out the token of a login without asking anybody', async () => {
    accessTokens.adopt(tokens(1, clock));
    expect(await accessTokens.getAccessToken()).toEqual(succeed('access-token-number-1'));
    expect(happened).toEqual([]);
  });

  it('has nothing to hand out before a login and after the end of one', async () => {
    const nothing = fail({ kind: 'session-ended', reason: 'unknown' });
    expect(await accessTokens.getAccessToken()).toEqual(nothing);
    accessTokens.adopt(tokens(1, clock));
    accessTokens.forget();
    expect(await accessTokens.getAccessToken()).toEqual(nothing);
    expect(await accessTokens.renew('access-token-number-1')).toEqual(nothing);
    expect(clock.pending).toBe(0);
  });

  it('refreshes once for all who wait, and keeps none of them waiting for the keychain', async () => {
    let finishKeeping: () => void = () => undefined;
    keep = () => new Promise((resolve) => (finishKeeping = resolve));
    accessTokens.resume('refresh-token-stored');
    const callers = Array.from({ length: 20 }, () => accessTokens.getAccessToken());
    await settle();
    await answer(succeed(tokens(2, clock)));
    expect(new Set((await Promise.all(callers)).map((token) => JSON.stringify(token)))).toEqual(
      new Set([JSON.stringify(succeed('access-token-number-2'))]),
    );
    expect(happened).toEqual(['sent refresh-token-stored']);
    finishKeeping();
    await settle();
    expect(happened).toEqual(['sent refresh-token-stored', 'kept refresh-token-number-2']);
  });

  it('renews a minute ahead of expiry, by itself, whatever this computer believes the time to be', async () => {
    accessTokens.adopt(tokens(1, clock));
    await clock.advance(9 * minute - 1);
    expect(happened).toEqual([]);
    await clock.advance(1);
    expect(happened).toEqual(['sent refresh-token-number-1']);
    await answer(succeed(tokens(2, clock)));
    expect(await accessTokens.getAccessToken()).toEqual(succeed('access-token-number-2'));
  });

  it('renews on use when the computer slept over the expiry', async () => {
    accessTokens.adopt(tokens(1, clock));
    clock.jump(8 * 60 * minute);
    const token = accessTokens.getAccessToken();
    await answer(succeed(tokens(2, clock)));
    expect(await token).toEqual(succeed('access-token-number-2'));
  });

  it('uses a token to its end while the platform can not be reached, and tries to renew it meanwhile', async () => {
    accessTokens.adopt(tokens(1, clock));
    await clock.advance(9 * minute);
    await answer(fail(noNetwork));
    const token = accessTokens.getAccessToken();
    await answer(fail(noNetwork));
    expect(await token).toEqual(succeed('access-token-number-1'));
    await clock.advance(10_000);
    expect(answers).toHaveLength(1);
    await answer(succeed(tokens(2, clock)));
    expect(await accessTokens.getAccessToken()).toEqual(succeed('access-token-number-2'));
  });

  it('takes a network failure for no refusal: the login stays and the callers are told of the network', async () => {
    accessTokens.resume('refresh-token-stored');
    const first = accessTokens.getAccessToken();
    await answer(fail(noNetwork));
    expect(await first).toEqual(fail(noNetwork));
    const second = accessTokens.getAccessToken();
    await answer(succeed(tokens(2, clock)));
    expect(await second).toEqual(succeed('access-token-number-2'));
    expect(ends()).toEqual([]);
  });

  it('ends the session with the reason of a refusal, once', async () => {
    accessTokens.adopt(tokens(1, clock));
    const refused = fail({ kind: 'session-ended', reason: 'reused' });
    const callers = [accessTokens.renew('access-token-number-1'), accessTokens.renew('access-token-number-1')];
    await settle();
    await answer(refused);
    expect(await Promise.all(callers)).toEqual([refused, refused]);
    expect(ends()).toEqual(['ended reused']);
    expect(clock.pending).toBe(0);
  });

  it('does not renew a token that somebody else has renewed since', async () => {
    accessTokens.adopt(tokens(1, clock));
    const first = accessTokens.renew('access-token-number-1');
    await answer(succeed(tokens(2, clock)));
    await first;
    expect(await accessTokens.renew('access-token-number-1')).toEqual(succeed('access-token-number-2'));
    expect(happened.filter((entry) => entry.startsWith('sent'))).toHaveLength(1);
  });

  it('lets a refresh come to nothing when the agent logged out meanwhile', async () => {
    accessTokens.resume('refresh-token-stored');
    const token = accessTokens.getAccessToken();
    accessTokens.forget();
    await answer(succeed(tokens(2, clock)));
    expect((await token).ok).toBe(false);
    expect(happened).toEqual(['sent refresh-token-stored']);
    expect(clock.pending).toBe(0);
  });

  it('does not let the late answer of one session disturb the next', async () => {
    accessTokens.resume('refresh-token-stored');
    const old = accessTokens.getAccessToken();
    accessTokens.adopt(tokens(7, clock));
    await answer(fail({ kind: 'session-ended', reason: 'revoked' }));
    expect((await old).ok).toBe(false);
    expect(await accessTokens.getAccessToken()).toEqual(succeed('access-token-number-7'));
    expect(ends()).toEqual([]);
  });

  it('comes to rest when the renewal under way has ended and its token is with the vault', async () => {
    accessTokens.resume('refresh-token-number-0');
    void accessTokens.getAccessToken();
    const rested = accessTokens.rest().then(() => happened.push('rested'));
    await settle();
    expect(happened).toEqual(['sent refresh-token-number-0']);
    await answer(succeed(tokens(1, clock)));
    await rested;
    expect(happened).toEqual(['sent refresh-token-number-0', 'kept refresh-token-number-1', 'rested']);
  });

  it('begins no renewal at rest, and goes on for those who have waited', async () => {
    accessTokens.resume('refresh-token-number-0');
    await accessTokens.rest();
    const waiting = accessTokens.getAccessToken();
    await settle();
    expect(happened).toEqual([]);
    accessTokens.goOn();
    await settle();
    await answer(succeed(tokens(1, clock)));
    expect(await waiting).toEqual(succeed('access-token-number-1'));

    // As before from now on.
    await clock.advance(9 * minute);
    expect(happened.filter((entry) => entry.startsWith('sent'))).toHaveLength(2);
  });

  it('never logs a token', async () => {
    accessTokens.adopt(tokens(1, clock));
    const renewal = accessTokens.renew('access-token-number-1');
    await answer(fail({ kind: 'session-ended', reason: 'expired' }));
    await renewal;
    expect(logger.lines).not.toEqual([]);
    expect(logger.lines.join()).not.toMatch(/token-number/);
  });
});
