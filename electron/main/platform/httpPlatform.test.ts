import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import { FakeClock } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { HttpPlatform } from './httpPlatform';
import { HttpTransport } from './httpTransport';
import { PlatformClock } from './platformClock';
import { Reachability } from './reachability';
import { json, startTestServer, type Answerer, type TestServer } from './testServer';

const presence = {
  revision: 1,
  queues: [],
  timer: { kind: 'off' },
  automaticPause: null,
  serverTime: '2026-11-22T12:00:00.000Z',
};

const onPlatform = async (
  answerer: Answerer,
  tokens: { current: Result<string>; renewed: Result<string> },
  test: (platform: HttpPlatform, server: TestServer, refused: string[]) => Promise<void>,
) => {
  const server = await startTestServer(answerer);
  const clock = new FakeClock();
  const refused: string[] = [];
  const platform = new HttpPlatform({
    transport: new HttpTransport({
      baseUrl: server.url,
      fetch,
      clock,
      platformClock: new PlatformClock(clock),
      reachability: new Reachability(clock),
      logger: new MemoryLogger(),
    }),
    accessTokens: {
      getAccessToken: () => Promise.resolve(tokens.current),
      renew: (token) => {
        refused.push(token);
        return Promise.resolve(tokens.renewed);
      },
    },
  });
  try {
    await test(platform, server, refused);
  } finally {
    await server.close();
  }
};

const both = { current: succeed('token-1'), renewed: succeed('token-2') };

describe('HttpPlatform', () => {
  it('sends a command again with a renewed token and the same key', () =>
    onPlatform(
      (request, response) => {
        const isRenewed = request.headers.authorization === 'Bearer token-2';
        const answer = isRenewed ? json(200, presence) : json(401, { code: 'invalid-token' });
        answer(request, response);
      },
      both,
      async (platform, server, refused) => {
        const answer = await platform.call('resumeQueue', { parameters: { queueId: 'q1' } });
        expect(answer).toEqual({ ok: true, value: presence });
        expect(refused).toEqual(['token-1']);
        const [first, second] = server.requests.map(({ headers }) => headers['idempotency-key']);
        expect(first).toBeDefined();
        expect(second).toBe(first);
      },
    ));

  it('asks for a new token once only', () =>
    onPlatform(json(401, { code: 'invalid-token' }), both, async (platform, server, refused) => {
      const answer = await platform.call('readMe');
      expect(answer).toEqual({ ok: false, problem: { kind: 'refused', code: 'invalid-token' } });
      expect(refused).toEqual(['token-1']);
      expect(server.requests).toHaveLength(2);
    }));

  it('keeps the id that the caller gave', () =>
    onPlatform(json(200, presence), both, async (platform, server) => {
      await platform.call('resumeQueue', { parameters: { queueId: 'q1' }, commandId: 'command-0001' });
      expect(server.requests[0]?.headers['idempotency-key']).toBe('command-0001');
    }));

  it('sends nothing where there is no token to be had', () => {
    const problem = fail({ kind: 'no-network' });
    return onPlatform(json(200, presence), { ...both, current: problem }, async (platform, server) => {
      expect(await platform.call('readPresence')).toEqual(problem);
      expect(server.requests).toEqual([]);
    });
  });

  it('sends no token with a login', () =>
    onPlatform(json(401, { code: 'invalid-credentials' }), both, async (platform, server, refused) => {
      await platform.call('logIn', { body: { email: 'ana@example.com', password: 'word' } });
      expect(server.requests[0]?.headers.authorization).toBeUndefined();
      expect(refused).toEqual([]);
    }));
});
