import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformEvent, SessionEndReason } from '../../../shared/platform/events';
import type { ConnectionState } from '../../../shared/state/connection';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import { FakeClock } from '../base/fakeClock';
import { until } from '../base/until';
import { MemoryLogger } from '../logging/memoryLogger';
import { PlatformClock } from '../platform/platformClock';
import { Reachability } from '../platform/reachability';
import { json, startTestServer, type TestServer } from '../platform/testServer';
import { RealtimeService } from './realtimeService';

const removal = (id: number): PlatformEvent => ({
  type: 'attendance-removed',
  attendanceId: `a${id}`,
  reason: 'withdrawn',
});
const done = succeed(undefined);
const down: Problem = { kind: 'platform-down', status: null };

describe('RealtimeService', () => {
  let server: TestServer;
  let clock: FakeClock;
  let logger: MemoryLogger;
  let reachability: Reachability;
  let platformClock: PlatformClock;
  let realtime: RealtimeService;
  let streams: ServerResponse[];
  let states: ConnectionState[];
  let events: PlatformEvent[];
  let readings: number;
  let read: () => Promise<Result<undefined>>;
  let token: () => Promise<Result<string>>;

  const acceptStreams = () =>
    server.answerWith((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      streams.push(response);
    });
  const send = (event: PlatformEvent | Record<string, unknown>, id?: number) => {
    const idLine = id === undefined ? '' : `id: ${id}\n`;
    streams.at(-1)?.write(`${idLine}event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const heartbeat = (serverTime = new Date(clock.now()).toISOString()) => send({ type: 'heartbeat', serverTime });
  const kindIs = (kind: ConnectionState['kind']) => until(() => realtime.connection.value.kind === kind);
  const streamCount = (count: number) => until(() => streams.length === count);
  const requestCount = (count: number) => until(() => server.requests.length >= count);
  const goLive = async () => {
    realtime.start();
    await kindIs('live');
  };

  beforeEach(async () => {
    server = await startTestServer();
    streams = [];
    states = [];
    events = [];
    readings = 0;
    read = () => Promise.resolve(done);
    token = () => Promise.resolve(succeed('token-1'));
    clock = new FakeClock();
    logger = new MemoryLogger();
    reachability = new Reachability(clock);
    platformClock = new PlatformClock(clock);
    realtime = new RealtimeService({
      baseUrl: server.url,
      fetch,
      accessTokens: { getAccessToken: () => token(), renew: () => Promise.resolve(succeed('token-2')) },
      clock,
      platformClock,
      reachability,
      logger,
      random: () => 0.5,
    });
    realtime.connection.onDidChange((state) => states.push(state));
    realtime.onEvent((event) => events.push(event));
    realtime.onReadAgain(() => {
      readings += 1;
      return read();
    });
    acceptStreams();
  });

  afterEach(async () => {
    realtime.stop();
    await server.close();
  });

  it('is live once everything has been read, and delivers what came meanwhile after that', async () => {
    let finishReading: () => void = () => undefined;
    read = () => new Promise((resolve) => (finishReading = () => resolve(done)));
    realtime.start();
    await streamCount(1);
    send(removal(1), 1);
    heartbeat('2026-11-22T15:00:00.000Z');
    await until(() => realtime.clockOffset.value !== 0);
    expect(events).toEqual([]);
    expect(realtime.connection.value).toEqual({ kind: 'connecting' });

    finishReading();
    await kindIs('live');
    send(removal(2), 2);
    await until(() => events.length === 2);
    expect(events).toEqual([removal(1), removal(2)]);
    expect(server.requests[0]?.headers).toMatchObject({ authorization: 'Bearer token-1', accept: 'text/event-stream' });
    expect(server.requests[0]?.headers['last-event-id']).toBeUndefined();
  });

  it('mends a cut without a word, from where it was, and without reading everything again', async () => {
    await goLive();
    send(removal(7), 7);
    await until(() => events.length === 1);
    states = [];
    server.cut();
    await kindIs('connecting');
    await clock.advance(250);
    await kindIs('live');
    expect(server.requests[1]?.headers['last-event-id']).toBe('7');
    expect(states.map(({ kind }) => kind)).toEqual(['connecting', 'live']);
    expect(readings).toBe(1);
  });

  it('drops an event that it has had before', async () => {
    await goLive();
    for (const id of [3, 3, 2, 4]) send(removal(id), id);
    await until(() => events.length === 2);
    expect(events).toEqual([removal(3), removal(4)]);
  });

  it('says since when it is offline and when it tries again, later each time', async () => {
    await goLive();
    const since = clock.now();
    server.answerWith(json(503, { code: 'unavailable' }));
    server.cut();
    await kindIs('connecting');
    await clock.advance(250);
    await kindIs('offline');
    const firstTryAt = clock.now() + 500;
    await clock.advance(500);
    const offline = () => states.filter(({ kind }) => kind === 'offline');
    await until(() => offline().length === 3);
    const problem = { kind: 'platform-down', status: 503 };
    expect(offline()).toEqual([
      { kind: 'offline', since, nextTryAt: firstTryAt, problem },
      { kind: 'offline', since, nextTryAt: null, problem },
      { kind: 'offline', since, nextTryAt: firstTryAt + 1_000, problem },
    ]);
    expect(reachability.state.value.kind).toBe('unreachable');
  });

  it('tries at once when the agent asks for it', async () => {
    server.answerWith(json(503, { code: 'unavailable' }));
    realtime.start();
    await kindIs('offline');
    acceptStreams();
    realtime.retryNow();
    await kindIs('live');
    expect(reachability.state.value.kind).toBe('reachable');
  });

  it('does not take a silent connection for a living one', async () => {
    await goLive();
    await clock.advance(14_000);
    streams[0]?.write(': anything\n\n');
    heartbeat(new Date(clock.now() + 9_000).toISOString());
    await until(() => realtime.clockOffset.value === 9_000);
    await clock.advance(14_000);
    expect(realtime.connection.value.kind).toBe('live');
    await clock.advance(1_000);
    await until(() => realtime.connection.value.kind !== 'live');
    expect(reachability.state.value.kind).toBe('unreachable');
  });

  it('reads everything over a new connection when the computer wakes up, and is not live until that is done', async () => {
    await goLive();
    send(removal(5), 5);
    await until(() => events.length === 1);
    clock.jump(8 * 3_600_000);
    let finishReading: () => void = () => undefined;
    read = () => new Promise((resolve) => (finishReading = () => resolve(done)));
    states = [];
    realtime.wakeUp();
    await streamCount(2);
    await until(() => readings === 2);
    expect(server.requests[1]?.headers['last-event-id']).toBeUndefined();
    expect(states.map(({ kind }) => kind)).toEqual(['connecting']);
    finishReading();
    await kindIs('live');
    send(removal(6), 6);
    await until(() => events.length === 2);
  });

  it('resumes where it was over the connection it makes to be sure of the line', async () => {
    await goLive();
    send(removal(5), 5);
    await until(() => events.length === 1);
    realtime.verify();
    await streamCount(2);
    await kindIs('live');
    expect(server.requests[1]?.headers['last-event-id']).toBe('5');
    expect(states.map(({ kind }) => kind)).not.toContain('offline');
  });

  it('does not wait for the next try when the network is back', async () => {
    token = () => Promise.resolve(fail({ kind: 'no-network' }));
    realtime.start();
    await kindIs('offline');
    expect(realtime.connection.value).toMatchObject({ problem: { kind: 'no-network' } });
    token = () => Promise.resolve(succeed('token-1'));
    realtime.verify();
    await kindIs('live');
  });

  it('renews a refused token once and goes on', async () => {
    server.answerWith((request, response) => {
      if (request.headers.authorization === 'Bearer token-1') json(401, { code: 'invalid-token' })(request, response);
      else {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.flushHeaders();
      }
    });
    await goLive();
    expect(server.requests).toHaveLength(2);
  });

  it('reads everything again after a reset, and is not live until that is done', async () => {
    await goLive();
    let finishReading: () => void = () => undefined;
    read = () => new Promise((resolve) => (finishReading = () => resolve(done)));
    send({ type: 'reset' });
    await kindIs('connecting');
    send(removal(1), 1);
    await until(() => readings === 2);
    finishReading();
    await until(() => events.length === 1);
    expect(realtime.connection.value.kind).toBe('live');
  });

  it('reads everything again after an event it does not understand, and passes over one of a later version', async () => {
    await goLive();
    send({ type: 'holiday-announced' }, 1);
    send(removal(2), 2);
    await until(() => events.length === 1);
    expect(readings).toBe(1);
    send({ type: 'message-added', message: { text: 'Meu nome é Maria' } }, 3);
    await until(() => readings === 2);
    await kindIs('live');
    expect(logger.lines.join()).not.toContain('Maria');
  });

  it('is offline for as long as reading everything fails, and reads again at each new connection', async () => {
    read = () => Promise.resolve(fail(down));
    realtime.start();
    await kindIs('offline');
    expect(realtime.connection.value).toMatchObject({ problem: down });
    read = () => Promise.resolve(done);
    realtime.retryNow();
    await kindIs('live');
    expect(readings).toBe(2);
  });

  it('takes a reader that throws for a failure, and logs no word of its message', async () => {
    read = () => Promise.reject(new Error('Maria da Silva'));
    realtime.start();
    await kindIs('offline');
    expect(realtime.connection.value).toMatchObject({ problem: { kind: 'unexpected' } });
    expect(logger.lines.join()).not.toContain('Maria');
  });

  it('tells that the platform ended the session, even before everything is read', async () => {
    const ends: SessionEndReason[] = [];
    realtime.onDidEndSession((reason) => ends.push(reason));
    read = () => new Promise(() => undefined);
    realtime.start();
    await streamCount(1);
    send({ type: 'session-ended', reason: 'replaced' }, 1);
    await until(() => ends.length === 1);
    expect(ends).toEqual(['replaced']);
    expect(events).toEqual([]);
  });

  it('does not let a listener with a defect cost the others their events', async () => {
    realtime.onEvent(() => {
      throw new Error('defect');
    });
    await goLive();
    send(removal(1), 1);
    send(removal(2), 2);
    await until(() => events.length === 2);
    expect(realtime.connection.value.kind).toBe('live');
  });

  it('does not take a page of somebody in between for the stream', async () => {
    server.answerWith((_, response) => response.end('<html>Log in to the hotel</html>'));
    realtime.start();
    await kindIs('offline');
    expect(realtime.connection.value).toMatchObject({ problem: { kind: 'answer-not-understood' } });
  });

  it('closes the stream and leaves no timer when it stops, and starts anew without an old id', async () => {
    await goLive();
    send(removal(5), 5);
    await until(() => events.length === 1);
    const closed = new Promise((resolve) => streams[0]?.on('close', resolve));
    realtime.stop();
    await closed;
    await until(() => clock.pending === 0);
    expect(realtime.connection.value).toEqual({ kind: 'idle' });
    await goLive();
    await requestCount(2);
    expect(server.requests[1]?.headers['last-event-id']).toBeUndefined();
    expect(readings).toBe(2);
  });
});
