import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { startDemo, type Demo } from '../../../demo/startDemo';
import { succeed } from '../../../shared/state/problem';
import { AccessTokens } from '../auth/accessTokens';
import { systemClock } from '../base/clock';
import { until } from '../base/until';
import { MemoryLogger } from '../logging/memoryLogger';
import { HttpPlatform } from '../platform/httpPlatform';
import { HttpTransport } from '../platform/httpTransport';
import { PlatformClock } from '../platform/platformClock';
import { Reachability } from '../platform/reachability';
import { RealtimeService } from '../realtime/realtimeService';
import { MemorySecretStore } from '../secrets/memorySecretStore';
import { SessionService } from './sessionService';
import { SessionVault } from './sessionVault';

const stateSchema = z.object({ sessions: z.array(z.object({ id: z.string() })) });

/** Everything of the session but Electron and the keychain, against the embedded platform. */
describe('a session on the embedded platform', () => {
  let demo: Demo;
  let store: MemorySecretStore;
  let logger: MemoryLogger;
  const running: { stop(): void }[] = [];
  const settings = { hadSession: true, rememberEmail: () => undefined, setHadSession: () => undefined };

  const control = async (path: string, body?: object): Promise<unknown> => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(`${demo.controlUrl}${path}`, body === undefined ? {} : post);
    if (!answer.ok) throw new Error(`the control API answered ${String(answer.status)} to ${path}`);
    return answer.json();
  };
  const sessionsAtPlatform = async () => stateSchema.parse(await control('/state')).sessions;

  /** One run of the app on this computer: the store is what outlives it. */
  const startApp = () => {
    const clock = systemClock;
    const platformClock = new PlatformClock(clock);
    const reachability = new Reachability(clock);
    const network = { baseUrl: demo.url, fetch, clock, platformClock, reachability, logger };
    const transport = new HttpTransport(network);
    const vault = new SessionVault({ store, platformOrigin: demo.url, logger });
    const accessTokens = new AccessTokens({
      refresh: (refreshToken) => transport.send('refresh', { body: { refreshToken } }),
      vault,
      clock,
      logger,
    });
    const platform = new HttpPlatform({ transport, accessTokens });
    const realtime = new RealtimeService({ ...network, accessTokens, random: () => 0 });
    const session = new SessionService({
      ...{ platform, accessTokens, vault, realtime, settings, logger },
      allowedMethods: ['password', 'microsoft'],
    });
    const stop = () => {
      realtime.stop();
      accessTokens.forget();
    };
    running.push({ stop });
    return { session, realtime, platform, accessTokens, reachability, stop };
  };
  const signIn = async () => {
    const app = startApp();
    await app.session.start();
    const { email = '', password } = demo.agents.find(({ login }) => login === 'password') ?? {};
    expect(await app.session.signIn({ email, password: password ?? '' })).toEqual(succeed(undefined));
    await until(() => app.realtime.connection.value.kind === 'live');
    return { ...app, email };
  };

  beforeEach(async () => {
    demo = await startDemo();
    store = new MemorySecretStore();
    logger = new MemoryLogger();
  });

  afterEach(async () => {
    for (const app of running.splice(0)) app.stop();
    await demo.stop();
  });

  it('logs in, logs in silently after a restart, and leaves no session behind when it logs out', async () => {
    const first = await signIn();
    first.stop();
    const { session, realtime } = startApp();
    await session.start();
    await until(() => session.state.value.kind === 'signed-in' && realtime.connection.value.kind === 'live');
    expect(session.state.value).toMatchObject({ agent: { email: first.email } });
    expect(await sessionsAtPlatform()).toHaveLength(1);

    expect(await session.signOutAtPlatform()).toEqual(succeed(undefined));
    await session.endLocally(null);
    expect(await sessionsAtPlatform()).toEqual([]);
    expect(await store.read('session')).toEqual({ kind: 'absent' });
    expect(realtime.connection.value).toEqual({ kind: 'idle' });
  });

  it('starts while the platform is away, and goes on by itself when it is back', async () => {
    (await signIn()).stop();
    await control('/faults', { awaySeconds: null });
    const { session, realtime, reachability } = startApp();
    await session.start();
    await until(() => realtime.connection.value.kind === 'offline');
    expect(session.state.value.kind).toBe('resuming');
    expect(reachability.state.value.kind).toBe('unreachable');
    await control('/faults', { clear: true });
    await until(() => session.state.value.kind === 'signed-in' && realtime.connection.value.kind === 'live');
    expect(reachability.state.value.kind).toBe('reachable');
  });

  it('renews its token once for many calls whose token was refused', async () => {
    const { platform, accessTokens } = await signIn();
    const before = await accessTokens.getAccessToken();
    await control('/faults', { status: { status: 401, pathPrefix: '/v1/me', next: 8 } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => platform.call('readMe')));
    expect(answers.map(({ ok }) => ok)).toEqual(Array.from({ length: 8 }, () => true));
    expect(await accessTokens.getAccessToken()).not.toEqual(before);
    expect(await sessionsAtPlatform()).toHaveLength(1);
  });

  it('expires with its reason when the platform revokes it, and the same agent may log in again', async () => {
    const { session, email } = await signIn();
    const [atPlatform] = await sessionsAtPlatform();
    await control(`/sessions/${atPlatform?.id ?? ''}/revoke`, {});
    await until(() => session.state.value.kind === 'expired');
    expect(session.state.value).toMatchObject({ agent: { email }, reason: 'revoked' });
    expect(await store.read('session')).toEqual({ kind: 'absent' });
    const { password } = demo.agents.find((agent) => agent.email === email) ?? {};
    expect(await session.signIn({ email, password: password ?? '' })).toEqual(succeed(undefined));
    expect(session.state.value.kind).toBe('signed-in');
  });

  it('ends as reused where the answer to a refresh was lost: the one case that can not be saved', async () => {
    const { session, accessTokens } = await signIn();
    const token = await accessTokens.getAccessToken();
    await control('/faults', { drop: { when: 'after', pathPrefix: '/v1/auth/refresh', next: 1 } });
    const refused = token.ok ? token.value : '';
    expect(await accessTokens.renew(refused)).toMatchObject({ ok: false, problem: { kind: 'platform-down' } });
    expect(session.state.value.kind).toBe('signed-in');
    expect(await accessTokens.renew(refused)).toMatchObject({ ok: false, problem: { kind: 'session-ended' } });
    await until(() => session.state.value.kind === 'expired');
    expect(session.state.value).toMatchObject({ reason: 'reused' });
  });

  it('says that a password is wrong, and until when the account is locked after too many', async () => {
    const { session } = startApp();
    await session.start();
    const { email = '' } = demo.agents[0] ?? {};
    const kinds: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await session.signIn({ email, password: 'Wrong-1234' });
      kinds.push(answer.ok ? 'ok' : answer.problem.kind);
    }
    expect(kinds[0]).toBe('wrong-password');
    expect(kinds.at(-1)).toBe('account-locked');
    expect(session.state.value.kind).toBe('signed-out');
  });

  it('writes no token, password or e-mail into its log', async () => {
    const { session, accessTokens, email } = await signIn();
    const token = await accessTokens.getAccessToken();
    await session.signOutAtPlatform();
    await session.endLocally(null);
    expect(logger.lines.length).toBeGreaterThan(3);
    expect(logger.lines.join('\n')).not.toContain(email);
    expect(logger.lines.join('\n')).not.toContain(token.ok ? token.value : '');
  });
});
