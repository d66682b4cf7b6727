import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { until } from '../base/until';
import { MemoryLogger } from '../logging/memoryLogger';
import { HttpTransport } from './httpTransport';
import { PlatformClock } from './platformClock';
import { Reachability } from './reachability';
import { json, startTestServer, type TestServer } from './testServer';

const serverTime = '2026-11-22T13:00:00.000Z';
const presence = { revision: 1, queues: [], timer: { kind: 'off' }, automaticPause: null, serverTime };

describe('HttpTransport', () => {
  let server: TestServer;
  let clock: FakeClock;
  let logger: MemoryLogger;
  let reachability: Reachability;
  let platformClock: PlatformClock;

  const createTransport = (baseUrl = server.url) =>
    new HttpTransport({ baseUrl, fetch, clock, platformClock, reachability, logger });
  /** The pause before the second attempt passes as soon as it has begun: the time limit is the other timer. */
  const passPause = async () => {
    await until(() => clock.pending === 2);
    await clock.advance(400);
  };

  beforeEach(async () => {
    server = await startTestServer();
    clock = new FakeClock();
    logger = new MemoryLogger();
    reachability = new Reachability(clock);
    platformClock = new PlatformClock(clock);
  });

  afterEach(() => server.close());

  it('sends the token and the query, and hands over the parsed answer', async () => {
    server.answerWith(json(200, { messages: [], hasOlder: false, more: 1 }));
    const answer = await createTransport().send(
      'readMessages',
      { parameters: { attendanceId: 'a1' }, query: { limit: 20 } },
      'access-token',
    );
    expect(answer).toEqual({ ok: true, value: { messages: [], hasOlder: false } });
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        path: '/v1/attendances/a1/messages?limit=20',
        headers: { authorization: 'Bearer access-token' },
      },
    ]);
    expect(server.requests[0]?.headers['idempotency-key']).toBeUndefined();
  });

  it('sends a body as JSON and takes an answer without content', async () => {
    server.answerWith(json(204, undefined));
    const answer = await createTransport().send('requestPasswordReset', {
      body: { email: 'ana@example.com', language: 'pt-BR' },
    });
    expect(answer).toEqual({ ok: true, value: undefined });
    expect(server.requests[0]?.body).toEqual({ email: 'ana@example.com', language: 'pt-BR' });
    expect(server.requests[0]?.headers['content-type']).toMatch(/^application\/json/);
  });

  it("learns the platform's time from a snapshot", async () => {
    server.answerWith(json(200, presence));
    await createTransport().send('readPresence');
    expect(platformClock.now()).toBe(Date.parse(serverTime));
  });

  it('names the operation and the path where an answer does not fit, and nothing of its content', async () => {
    server.answerWith(json(200, { ...presence, queues: [{ id: 'q1', name: 'Maria da Silva' }] }));
    const answer = await createTransport().send('readPresence');
    expect(answer).toEqual({
      ok: false,
      problem: { kind: 'answer-not-understood', detail: 'readPresence: queues.0.channel' },
    });
    expect(logger.lines.join()).not.toContain('Maria');
  });

  it('does not take a page of somebody in between for the platform', async () => {
    server.answerWith((_, response) => response.end('<html>Log in to the hotel</html>'));
    const answer = await createTransport().send('readPresence');
    expect(answer).toEqual({ ok: false, problem: { kind: 'answer-not-understood', detail: 'readPresence: not JSON' } });
    expect(reachability.state.value.kind).toBe('unreachable');
  });

  it('takes a refusal for a sign that the platform is reachable', async () => {
    reachability.tellUnreachable();
    server.answerWith(json(401, { code: 'invalid-credentials' }));
    const answer = await createTransport().send('logIn', { body: { email: 'ana@example.com', password: 'wrong' } });
    expect(answer).toEqual({ ok: false, problem: { kind: 'wrong-password' } });
    expect(reachability.state.value.kind).toBe('reachable');
  });

  it('repeats a command once with the same key after an answer was lost', async () => {
    server.answerWith((_, response) => {
      if (server.requests.length === 1) response.destroy();
      else json(200, presence)(_, response);
    });
    const answer = createTransport().send('resumeQueue', { parameters: { queueId: 'q1' } });
    await passPause();
    expect((await answer).ok).toBe(true);
    const keys = server.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[A-Za-z0-9-]{8,64}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(server.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('repeats no more than once', async () => {
    server.answerWith(json(503, { code: 'unavailable' }));
    const answer = createTransport().send('readMe');
    await passPause();
    expect(await answer).toEqual({ ok: false, problem: { kind: 'platform-down', status: 503 } });
    expect(server.requests).toHaveLength(2);
    expect(reachability.state.value.kind).toBe('unreachable');
  });

  it('never repeats a refresh, since a refresh token works once', async () => {
    server.answerWith((_, response) => response.destroy());
    const answer = await createTransport().send('refresh', { body: { refreshToken: 'r'.repeat(20) } });
    expect(answer).toEqual({ ok: false, problem: { kind: 'platform-down', status: null } });
    expect(server.requests).toHaveLength(1);
  });

  it('gives up on a platform that does not answer in time', async () => {
    server.answerWith(() => undefined);
    const answer = createTransport().send('readMe');
    await until(() => server.requests.length === 1);
    await clock.advance(15_000);
    expect(await answer).toEqual({ ok: false, problem: { kind: 'platform-down', status: null } });
    expect(reachability.state.value.kind).toBe('unreachable');
    expect(clock.pending).toBe(0);
  });

  it('says nothing of the network when the caller cancels', async () => {
    server.answerWith(() => undefined);
    const caller = new AbortController();
    const answer = createTransport().send('readMe', { signal: caller.signal });
    await until(() => server.requests.length === 1);
    caller.abort();
    expect((await answer).ok).toBe(false);
    expect(server.requests).toHaveLength(1);
    expect(reachability.state.value.kind).toBe('reachable');
  });

  it('follows no redirect, which could carry a password elsewhere', async () => {
    const elsewhere = await startTestServer();
    try {
      server.answerWith(json(307, undefined, { location: `${elsewhere.url}/v1/auth/login` }));
      const answer = await createTransport().send('logIn', { body: { email: 'ana@example.com', password: 'word' } });
      expect(answer.ok).toBe(false);
      expect(elsewhere.requests).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });

  it('refuses an answer larger than 10 MB', async () => {
    server.answerWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`"${'x'.repeat(10 * 1024 * 1024)}"`);
    });
    const answer = await createTransport().send('logIn', { body: { email: 'ana@example.com', password: 'word' } });
    expect(answer).toEqual({
      ok: false,
      problem: { kind: 'answer-not-understood', detail: 'logIn: larger than 10 MB' },
    });
  });

  it('stops reading an answer of 50 MB whose length nobody announced', async () => {
    let sent = 0;
    let hasEnded = false;
    const megabyte = 'x'.repeat(1024 * 1024);
    server.answerWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const body = Readable.from(
        (function* () {
          for (; sent < 50; sent += 1) yield megabyte;
        })(),
        { objectMode: false },
      );
      response.on('close', () => {
        hasEnded = true;
      });
      body.pipe(response);
    });
    const answer = await createTransport().send('logIn', { body: { email: 'ana@example.com', password: 'word' } });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'answer-not-understood' } });
    await until(() => hasEnded);
    expect(sent).toBeLessThan(40);
  });

  it('tells a refused connection from a name that does not resolve', async () => {
    const closed = await startTestServer();
    await closed.close();
    const body = { email: 'ana@example.com', password: 'word' };
    expect(await createTransport(closed.url).send('logIn', { body })).toEqual({
      ok: false,
      problem: { kind: 'platform-down', status: null },
    });
    expect(await createTransport('http://name.invalid').send('logIn', { body })).toEqual({
      ok: false,
      problem: { kind: 'no-network' },
    });
  });

  it('answers a bad path parameter as a defect, without sending anything', async () => {
    const answer = await createTransport().send('resumeQueue', { parameters: { queueId: '../me' } });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(server.requests).toEqual([]);
    expect(logger.lines.join()).not.toContain('../me');
  });
});
