import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { IdentityFault } from '../../../demo/identity/identityFaults';
import { startDemo, type Demo } from '../../../demo/startDemo';
import { ScriptedBrowser } from '../../../demo/testing/scriptedBrowser';
import type { Tokens } from '../../../shared/platform/auth';
import { succeed, type Problem, type Result } from '../../../shared/state/problem';
import { AccessTokens } from '../auth/accessTokens';
import { systemClock } from '../base/clock';
import { FakeClock } from '../base/fakeClock';
import { until } from '../base/until';
import { MemoryLogger } from '../logging/memoryLogger';
import type { Fetch } from '../platform/fetch';
import { HttpPlatform } from '../platform/httpPlatform';
import { HttpTransport } from '../platform/httpTransport';
import { PlatformClock } from '../platform/platformClock';
import { Reachability } from '../platform/reachability';
import { MemorySecretStore } from '../secrets/memorySecretStore';
import { createMicrosoftClient } from './microsoftClient';
import { MicrosoftSignIn } from './microsoftSignIn';
import { NetworkClient } from './networkClient';
import { declineSignIn } from './signInAnswer';
import type { SignInPlace, SignInVisit } from './signInPlace';

const stranger = { email: 'otavio.reis@boreal.example', password: 'Quaresmeira@2026' };
const responseSchema = z.tuple([z.instanceof(IncomingMessage)]);

/** Fetches from servers that this one authority vouches for. */
const fetchTrusting =
  (authority: string): Fetch =>
  async (address, init) => {
    const { method = 'GET', headers, body } = init ?? {};
    const options = { method, ca: authority, agent: false, headers: Object.fromEntries(new Headers(headers)) };
    const sent = request(address instanceof Request ? address.url : address, options);
    sent.end(z.optional(z.string()).parse(body));
    const [answer] = responseSchema.parse(await once(sent, 'response'));
    return new Response(await buffer(answer), { status: answer.statusCode ?? 500 });
  };

/** The real library against the real provider and platform; the agent's hands are scripted. */
describe('signing in with Microsoft', { timeout: 60_000 }, () => {
  let demo: Demo;
  let authority: string;
  let fernanda: { readonly email: string; readonly password: string };
  let store: MemorySecretStore;
  let logger: MemoryLogger;
  let clock: FakeClock;
  let visits: SignInVisit[];
  let ends: boolean[];
  /** What the agent does at Microsoft's page. */
  let atThePage: (visit: SignInVisit) => Promise<void>;
  let isOnline: boolean;

  const createApp = () => {
    const line = { baseUrl: demo.url, fetch, clock: systemClock, logger };
    const reachability = new Reachability(systemClock);
    const transport = new HttpTransport({ ...line, platformClock: new PlatformClock(systemClock), reachability });
    const accessTokens = new AccessTokens({
      refresh: (refreshToken) => transport.send('refresh', { body: { refreshToken } }),
      vault: { replace: () => Promise.resolve() },
      clock: systemClock,
      logger,
    });
    const platform = new HttpPlatform({ transport, accessTokens });
    const online = fetchTrusting(authority);
    const networkClient = new NetworkClient({
      fetch: (address, init) => (isOnline ? online(address, init) : Promise.reject(new Error('no network'))),
      clock: systemClock,
    });
    const place: SignInPlace = {
      open: (visit) => {
        visits.push(visit);
        void atThePage(visit);
        return Promise.resolve((isDone) => void ends.push(isDone));
      },
    };
    const microsoft = new MicrosoftSignIn({
      platform,
      store,
      createClient: (application, cachePlugin) => createMicrosoftClient({ application, cachePlugin, networkClient }),
      places: { popup: place, browser: place },
      declineSignIn: (address) => declineSignIn(fetch, address),
      language: () => 'pt-BR',
      clock,
      logger,
    });
    /** Who it is that the platform made a session for. */
    const whoHas = async (tokens: Tokens) => {
      accessTokens.adopt(tokens);
      const agent = await platform.call('readMe');
      accessTokens.forget();
      return agent.ok ? agent.value.email : agent.problem;
    };
    return { microsoft, whoHas };
  };

  const answer =
    (form: Readonly<Record<string, string>>, ...later: readonly Readonly<Record<string, string>>[]) =>
    async ({ address }: SignInVisit) => {
      const browser = new ScriptedBrowser(authority);
      let page = await browser.open(address.address);
      for (const next of [form, ...later]) page = await browser.open(page.url, next);
      await browser.submitToClient(page);
    };
  const signIn = (who = fernanda) => answer({ action: 'sign-in', ...who });
  const ask = () => ({ email: fernanda.email, place: 'popup' as const });
  const faults = async (body: object) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    expect((await fetch(`${demo.controlUrl}/faults`, init)).ok).toBe(true);
  };
  const problemOf = (result: Result<unknown>): Partial<Problem> => (result.ok ? {} : result.problem);
  const valueOf = <Value>(result: Result<Value | null>): Value => {
    if (!result.ok || result.value === null) throw new Error('no session');
    return result.value;
  };
  const isListening = async ({ address }: SignInVisit) => {
    try {
      await fetch(address.redirectOrigin.replace('localhost', '127.0.0.1'));
      return true;
    } catch {
      return false;
    }
  };

  beforeEach(async () => {
    demo = await startDemo();
    authority = await demo.microsoft.certificateAuthority();
    const { email = '', password } = demo.agents.find(({ login }) => login === 'microsoft') ?? {};
    fernanda = { email, password: password ?? '' };
    store = new MemorySecretStore();
    logger = new MemoryLogger();
    clock = new FakeClock();
    visits = [];
    ends = [];
    atThePage = signIn();
    isOnline = true;
  });
  afterEach(async () => {
    await demo.stop();
    for (const visit of visits) expect(await isListening(visit)).toBe(false);
    expect(logger.lines.join('\n')).not.toMatch(/boreal|eyJ|code=|Araucaria/);
    expect(clock.pending).toBe(0);
  });

  it('makes a session of the token, keeps the account, and goes through its states', async () => {
    const { microsoft, whoHas } = createApp();
    const states: string[] = [];
    microsoft.state.onDidChange(({ kind }) => states.push(kind));
    const session = valueOf(await microsoft.signIn(ask()));
    expect(session.email).toBe(fernanda.email);
    expect(await whoHas(session.tokens)).toBe(fernanda.email);
    expect(states).toEqual(['preparing', 'signing-in', 'exchanging', 'idle']);
    expect(ends).toEqual([true]);
    const kept = await store.read('microsoft');
    expect(kept).toMatchObject({ kind: 'found', value: expect.stringContaining('"RefreshToken"') as string });
    expect(JSON.stringify(kept)).not.toContain('AccessToken');
    const { searchParams } = new URL(visits[0]?.address.address ?? '');
    expect(searchParams.get('login_hint')).toBe(fernanda.email);
    expect(searchParams.get('prompt')).toBeNull();
    expect(searchParams.get('response_mode')).toBe('form_post');
    expect(searchParams.get('nonce')).toMatch(/^[\w-]{16,}$/);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('has the agent choose an account in the browser, which may know somebody else', async () => {
    valueOf(await createApp().microsoft.signIn({ ...ask(), place: 'browser' }));
    const { searchParams } = new URL(visits[0]?.address.address ?? '');
    expect(searchParams.get('prompt')).toBe('select_account');
  });

  it('renews after a restart without any page, more than once', async () => {
    valueOf(await createApp().microsoft.signIn(ask()));
    for (let times = 0; times < 2; times += 1) {
      // The provider's tokens tell their age in seconds: two of the same second would be one token, which works once.
      const second = Math.floor(Date.now() / 1000);
      await until(() => Math.floor(Date.now() / 1000) > second);
      const { microsoft, whoHas } = createApp();
      const session = valueOf(await microsoft.renew(fernanda.email));
      expect(await whoHas(session.tokens)).toBe(fernanda.email);
    }
    expect(visits).toHaveLength(1);
  });

  it('has nothing to renew with once the account has been deleted', async () => {
    valueOf(await createApp().microsoft.signIn(ask()));
    await store.delete('microsoft');
    const renewed = await createApp().microsoft.renew(fernanda.email);
    expect(problemOf(renewed)).toMatchObject({ failure: 'sign-in-again' });
    expect(visits).toHaveLength(1);
  });

  it('takes a closed window for a change of mind', async () => {
    atThePage = (visit) => {
      visit.onClosed();
      return Promise.resolve();
    };
    expect(await createApp().microsoft.signIn(ask())).toEqual(succeed(null));
    expect(await store.read('microsoft')).toEqual({ kind: 'absent' });
    await until(() => ends.length === 1);
    expect(ends).toEqual([false]);
  });

  it('can be given up from the app at any time', async () => {
    const { microsoft } = createApp();
    const early = microsoft.signIn(ask());
    microsoft.cancel();
    expect(await early).toEqual(succeed(null));
    atThePage = () => {
      microsoft.cancel();
      return Promise.resolve();
    };
    expect(await microsoft.signIn({ ...ask(), place: 'browser' })).toEqual(succeed(null));
    expect(microsoft.state.value).toEqual({ kind: 'idle' });
    await until(() => ends.length === visits.length);
  });

  it('lets a second sign-in take over from the first', async () => {
    const { microsoft } = createApp();
    let isOpen = false;
    atThePage = () => Promise.resolve(void (isOpen = true));
    const first = microsoft.signIn(ask());
    await until(() => isOpen);
    atThePage = signIn();
    const second = microsoft.signIn({ ...ask(), place: 'browser' });
    expect(await first).toEqual(succeed(null));
    expect(valueOf(await second).email).toBe(fernanda.email);
    expect(ends).toEqual([false, true]);
  });

  it('ends after ten minutes', async () => {
    const { microsoft } = createApp();
    let isOpen = false;
    atThePage = () => Promise.resolve(void (isOpen = true));
    const waiting = microsoft.signIn(ask());
    await until(() => isOpen);
    await clock.advance(600_000);
    expect(problemOf(await waiting)).toMatchObject({ kind: 'microsoft-sign-in', failure: 'took-too-long' });
    await until(() => ends.length === 1);
  });

  it('says that Microsoft can not be reached, at its discovery and at its page', async () => {
    isOnline = false;
    const unreachable = { kind: 'microsoft-sign-in', failure: 'unreachable' };
    expect(problemOf(await createApp().microsoft.signIn(ask()))).toMatchObject(unreachable);
    isOnline = true;
    atThePage = (visit) => {
      visit.onUnreachable();
      return Promise.resolve();
    };
    expect(problemOf(await createApp().microsoft.signIn(ask()))).toMatchObject(unreachable);
  });

  it('says that the agent declined', async () => {
    atThePage = answer({ action: 'cancel' });
    const problem = problemOf(await createApp().microsoft.signIn(ask()));
    expect(problem).toMatchObject({ failure: 'declined', detail: expect.stringContaining('AADSTS65004') as string });
  });

  it.each([
    ['not-assigned', 'not-assigned'],
    ['approval-needed', 'approval-needed'],
  ] as const)('tells of a provider that answers %s', async (identity, failure) => {
    await faults({ identity });
    expect(problemOf(await createApp().microsoft.signIn(ask()))).toMatchObject({ failure });
  });

  it('says that the browser is needed where the customer refuses this device', async () => {
    await faults({ identity: 'device-refused' });
    atThePage = answer({ action: 'sign-in', ...fernanda }, { action: 'leave-device' });
    expect(problemOf(await createApp().microsoft.signIn(ask()))).toMatchObject({ failure: 'browser-needed' });
  });

  it('says that an account is no agent of the platform, and keeps nothing of it', async () => {
    atThePage = signIn(stranger);
    expect(problemOf(await createApp().microsoft.signIn(ask()))).toMatchObject({ failure: 'unknown-account' });
    expect(await store.read('microsoft')).toEqual({ kind: 'absent' });
  });

  it.each<IdentityFault>(['wrong-nonce', 'wrong-tenant', 'wrong-audience', 'expired', 'foreign-key', 'unsigned'])(
    'makes no session of a token that is %s, and keeps nothing',
    async (identity) => {
      await faults({ identity });
      const result = await createApp().microsoft.signIn(ask());
      expect(result.ok).toBe(false);
      expect(problemOf(result)).toMatchObject({ kind: 'microsoft-sign-in' });
      expect(await store.read('microsoft')).toEqual({ kind: 'absent' });
    },
  );

  it.each([
    ['second-factor', 'sign-in-again'],
    ['refresh-token-dead', 'sign-in-again'],
    ['not-assigned', 'not-assigned'],
    ['approval-needed', 'approval-needed'],
  ] as const)('renews nothing where the provider answers %s, and opens no window', async (identity, failure) => {
    valueOf(await createApp().microsoft.signIn(ask()));
    await faults({ identity });
    expect(problemOf(await createApp().microsoft.renew(fernanda.email))).toMatchObject({ failure });
    expect(visits).toHaveLength(1);
  });

  it('keeps the account when there is no network to renew over', async () => {
    valueOf(await createApp().microsoft.signIn(ask()));
    isOnline = false;
    expect(problemOf(await createApp().microsoft.renew(fernanda.email))).toMatchObject({ failure: 'unreachable' });
    isOnline = true;
    expect((await createApp().microsoft.renew(fernanda.email)).ok).toBe(true);
  });

  it('does not begin for an e-mail whose domain is not with Microsoft', async () => {
    const result = await createApp().microsoft.signIn({ email: 'ana.souza@aurora.example', place: 'popup' });
    expect(problemOf(result)).toMatchObject({ failure: 'other', detail: 'not_offered' });
    expect(visits).toEqual([]);
  });
});
