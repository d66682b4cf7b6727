import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '../../../shared/platform/agent';
import type { Tokens } from '../../../shared/platform/auth';
import type { EndpointAnswer, EndpointName } from '../../../shared/platform/endpoints';
import type { PlatformEvent, SessionEndReason } from '../../../shared/platform/events';
import type { LoginMethod } from '../../../shared/state/loginRules';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import { Emitter, ObservableState } from '../base/observable';
import { settle } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import type { Platform } from '../platform/platform';
import { SessionService } from './sessionService';
import type { LoginOwner, VaultReading } from './sessionVault';

const agent = (id: string): Agent => ({
  id,
  name: `Agent ${id}`,
  email: `${id}@example.com`,
  extension: null,
  photo: null,
  permissions: ['attendance'],
  maximumAttendances: 5,
  omnichannel: { enabled: true },
});
const tokens: Tokens = {
  sessionId: 'session-1',
  accessToken: 'access-token-number-1',
  accessTokenExpiresAt: '2026-11-22T13:00:00.000Z',
  refreshToken: 'refresh-token-number-1',
  serverTime: '2026-11-22T12:00:00.000Z',
};
const noNetwork: Problem = { kind: 'no-network' };
const credentials = { email: 'ana@example.com', password: 'Word-1234' };
const stored: VaultReading = {
  kind: 'found',
  session: {
    v: 1,
    refreshToken: 'refresh-token-stored',
    sessionId: 'session-0',
    email: 'ana@example.com',
    origin: 'password',
    platformOrigin: 'https://app.smartspace.us',
  },
};

type Answers = { -readonly [Name in EndpointName]?: Result<EndpointAnswer<Name>> };

describe('SessionService', () => {
  let answers: Answers;
  /** What was asked of the others, in order. */
  let happened: string[];
  let reading: VaultReading;
  let owner: LoginOwner | null;
  let allowedMethods: readonly LoginMethod[];
  let settings: { hadSession: boolean; lastEmail: string | null };
  let isPersistent: ObservableState<boolean>;
  let logger: MemoryLogger;
  let tokenEnds: Emitter<SessionEndReason>;
  let lineEnds: Emitter<SessionEndReason>;
  let events: Emitter<PlatformEvent>;
  let readers: (() => Promise<Result<undefined>>)[];
  let session: SessionService;

  const platform: Platform = {
    call: (name) => {
      happened.push(name);
      const answer = answers[name];
      if (answer === undefined) throw new Error(`${name} was not expected`);
      return Promise.resolve(answer);
    },
  };
  /** The event line has come up: everything is read. */
  const comeUp = () => Promise.all(readers.map((reader) => reader()));
  const signIn = async (id = 'ana') => {
    answers.logIn = succeed(tokens);
    answers.readMe = succeed(agent(id));
    return session.signIn(credentials);
  };

  beforeEach(async () => {
    answers = {};
    happened = [];
    reading = { kind: 'absent' };
    owner = null;
    settings = { hadSession: false, lastEmail: null };
    isPersistent = new ObservableState(true);
    logger = new MemoryLogger();
    tokenEnds = new Emitter();
    lineEnds = new Emitter();
    events = new Emitter();
    readers = [];
    allowedMethods = ['password', 'microsoft'];
    session = new SessionService({
      get allowedMethods() {
        return allowedMethods;
      },
      platform,
      accessTokens: {
        adopt: ({ refreshToken }) => happened.push(`adopt ${refreshToken}`),
        resume: (refreshToken) => happened.push(`resume ${refreshToken}`),
        forget: () => happened.push('forget tokens'),
        onDidEnd: (listener) => tokenEnds.on(listener),
      },
      vault: {
        read: () => {
          happened.push('read vault');
          return Promise.resolve(reading);
        },
        get owner() {
          return owner;
        },
        store: (stored) => {
          owner = stored;
          happened.push(`store ${stored.email}`);
          return Promise.resolve();
        },
        delete: () => {
          owner = null;
          happened.push('empty vault');
          return Promise.resolve();
        },
        isPersistent,
      },
      realtime: {
        start: () => happened.push('start line'),
        stop: () => happened.push('stop line'),
        verify: () => happened.push('verify line'),
        onEvent: (listener) => events.on(listener),
        onDidEndSession: (listener) => lineEnds.on(listener),
        onReadAgain: (reader) => {
          readers.push(reader);
          return () => undefined;
        },
      },
      settings: {
        get hadSession() {
          return settings.hadSession;
        },
        rememberEmail: (email) => (settings.lastEmail = email),
        setHadSession: (hadSession) => (settings.hadSession = hadSession),
      },
      logger,
    });
    session.onDidSignIn(({ agentId }) => happened.push(`signed in ${agentId}`));
    session.onDidEndSession(({ agentId, reason }) =>
      happened.push(`ended ${agentId ?? 'unknown'} ${reason ?? ''}`.trim()),
    );
    await Promise.resolve();
  });

  describe('at start', () => {
    it('shows the login screen without touching the keychain where nothing was kept', async () => {
      await session.start();
      expect(session.state.value).toEqual({ kind: 'signed-out', reason: null });
      expect(happened).toEqual([]);
    });

    it('says so when the stored login can not be read, and deletes nothing', async () => {
      settings.hadSession = true;
      reading = { kind: 'unreadable' };
      await session.start();
      expect(session.state.value).toEqual({ kind: 'signed-out', reason: 'keychain-unreadable' });
      expect(happened).toEqual(['read vault']);
    });

    it('logs in silently with the stored login', async () => {
      settings.hadSession = true;
      reading = stored;
      answers.readMe = succeed(agent('ana'));
      await session.start();
      await settle();
      expect(session.state.value).toEqual({ kind: 'signed-in', agent: agent('ana'), survivesRestart: true });
      expect(happened).toEqual(['read vault', 'resume refresh-token-stored', 'start line', 'readMe', 'signed in ana']);
    });

    it('waits without a network, and goes on by itself once the line comes up', async () => {
      settings.hadSession = true;
      reading = stored;
      answers.readMe = fail(noNetwork);
      await session.start();
      await settle();
      expect(session.state.value).toEqual({ kind: 'resuming', email: 'ana@example.com' });
      answers.readMe = succeed(agent('ana'));
      await comeUp();
      expect(session.state.value.kind).toBe('signed-in');
    });

    it('says why a stored login is not good any more, and drops it', async () => {
      settings.hadSession = true;
      reading = stored;
      answers.readMe = fail({ kind: 'session-ended', reason: 'revoked' });
      await session.start();
      tokenEnds.emit('revoked');
      expect(session.state.value).toEqual({ kind: 'signed-out', reason: 'revoked' });
      expect(happened).toContain('empty vault');
      expect(happened).toContain('ended unknown revoked');
      expect(settings.hadSession).toBe(false);
    });
  });

  describe('signing in', () => {
    beforeEach(() => session.start());

    it('keeps the login, remembers the e-mail and starts the line', async () => {
      expect(await signIn()).toEqual(succeed(undefined));
      expect(session.state.value).toEqual({ kind: 'signed-in', agent: agent('ana'), survivesRestart: true });
      expect(settings).toEqual({ hadSession: true, lastEmail: 'ana@example.com' });
      expect(happened).toEqual([
        'logIn',
        'adopt refresh-token-number-1',
        'readMe',
        'store ana@example.com',
        'signed in ana',
        'start line',
      ]);
    });

    it('tells that the login will not survive a restart where there is no keychain', async () => {
      isPersistent.set(false);
      await signIn();
      expect(session.state.value).toMatchObject({ survivesRestart: false });
      expect(settings.hadSession).toBe(false);
      isPersistent.set(true);
      expect(session.state.value).toMatchObject({ survivesRestart: true });
      expect(settings.hadSession).toBe(true);
    });

    it('changes nothing when the password is wrong', async () => {
      answers.logIn = fail({ kind: 'wrong-password' });
      expect(await session.signIn(credentials)).toEqual(fail({ kind: 'wrong-password' }));
      expect(session.state.value.kind).toBe('signed-out');
      expect(settings.lastEmail).toBeNull();
      expect(happened).toEqual(['logIn']);
    });

    it('keeps nothing of a login whose agent could not be read', async () => {
      answers.logIn = succeed(tokens);
      answers.readMe = fail(noNetwork);
      expect(await session.signIn(credentials)).toEqual(fail(noNetwork));
      expect(session.state.value.kind).toBe('signed-out');
      expect(happened.slice(-2)).toEqual(['forget tokens', 'empty vault']);
      expect(settings.hadSession).toBe(false);
    });

    it('asks nobody where a policy allows only other ways in', async () => {
      allowedMethods = ['microsoft'];
      expect(await session.signIn(credentials)).toEqual(fail({ kind: 'refused', code: 'login-method-not-allowed' }));
      expect(happened).not.toContain('logIn');
      allowedMethods = ['password'];
      expect((await session.adopt(credentials.email, tokens, 'microsoft')).ok).toBe(false);
      expect(session.state.value.kind).toBe('signed-out');
    });

    it('happens once, however often the button is pressed', async () => {
      const first = signIn();
      const second = await session.signIn(credentials);
      expect(second).toEqual(fail({ kind: 'refused', code: 'already-signed-in' }));
      expect((await first).ok).toBe(true);
      expect((await session.signIn(credentials)).ok).toBe(false);
      expect(happened.filter((entry) => entry === 'logIn')).toHaveLength(1);
    });

    it('never logs the password or a token', async () => {
      await signIn();
      await session.endLocally(null);
      expect(logger.lines.length).toBeGreaterThan(1);
      expect(logger.lines.join()).not.toMatch(/Word-1234|token-number|ana@/);
    });
  });

  describe('signed in', () => {
    beforeEach(async () => {
      await session.start();
      await signIn();
      happened.length = 0;
    });

    it('expires with its reason and keeps the agent, whether a refresh was refused or the line says so', async () => {
      tokenEnds.emit('reused');
      expect(session.state.value).toEqual({ kind: 'expired', agent: agent('ana'), reason: 'reused' });
      expect(happened).toEqual(['stop line', 'forget tokens', 'empty vault']);
      expect(logger.lines.at(-1)).toContain('reason="reused"');
      await signIn();
      lineEnds.emit('replaced');
      expect(session.state.value).toEqual({ kind: 'expired', agent: agent('ana'), reason: 'replaced' });
    });

    it('lets Microsoft renew a login of its own before it has expired, and not one that was ended', async () => {
      tokenEnds.emit('expired');
      answers.readMe = succeed(agent('ana'));
      expect(await session.adopt('ana@example.com', tokens, 'microsoft')).toEqual(succeed(undefined));
      expect(owner).toEqual({ email: 'ana@example.com', origin: 'microsoft' });
      lineEnds.emit('expired');
      expect(session.state.value.kind).toBe('signed-in');
      expect(happened.at(-1)).toBe('verify line');
      lineEnds.emit('revoked');
      expect(session.state.value).toMatchObject({ kind: 'expired', reason: 'revoked' });
    });

    it('goes on over what is on the screen when the same agent logs in again', async () => {
      tokenEnds.emit('expired');
      await signIn();
      expect(session.state.value.kind).toBe('signed-in');
      expect(happened.filter((entry) => entry.startsWith('ended'))).toEqual([]);
    });

    it('has all of the old agent wiped before another one is there', async () => {
      tokenEnds.emit('expired');
      const kinds: string[] = [];
      session.state.onDidChange((state) => kinds.push(state.kind));
      await signIn('bruno');
      expect(kinds).toEqual(['signed-out', 'signed-in']);
      expect(happened.slice(-3)).toEqual(['ended ana', 'signed in bruno', 'start line']);
    });

    it('logs out at the platform first, which may refuse', async () => {
      const refusal = fail({ kind: 'attendances-in-progress', holding: [] });
      answers.logOut = refusal;
      expect(await session.signOutAtPlatform()).toEqual(refusal);
      expect(session.state.value.kind).toBe('signed-in');
      answers.logOut = succeed(undefined);
      expect(await session.signOutAtPlatform()).toEqual(succeed(undefined));
      expect(happened).toEqual(['logOut', 'logOut']);
    });

    it('forgets everything when it ends, and says whose session it was', async () => {
      await session.endLocally(null);
      expect(session.state.value).toEqual({ kind: 'signed-out', reason: null });
      expect(happened).toEqual(['stop line', 'forget tokens', 'empty vault', 'ended ana']);
      expect(settings).toEqual({ hadSession: false, lastEmail: 'ana@example.com' });
      await session.endLocally(null);
      expect(happened.filter((entry) => entry === 'ended ana')).toHaveLength(1);
    });

    it('has nothing to log out of once the session has expired', async () => {
      tokenEnds.emit('revoked');
      expect(await session.signOutAtPlatform()).toEqual(succeed(undefined));
      expect(happened).not.toContain('logOut');
    });

    it('takes a session that is over already for logged out', async () => {
      answers.logOut = fail({ kind: 'session-ended', reason: 'expired' });
      expect(await session.signOutAtPlatform()).toEqual(succeed(undefined));
    });

    it("follows the platform's word of the agent, and no word of another one's", () => {
      events.emit({ type: 'agent-changed', agent: { ...agent('ana'), name: 'Ana Maria' } });
      expect(session.state.value).toMatchObject({ agent: { name: 'Ana Maria' } });
      events.emit({ type: 'agent-changed', agent: agent('bruno') });
      expect(session.state.value).toMatchObject({ agent: { id: 'ana' } });
    });

    it('reads the agent again when the line comes up anew, and says where that fails', async () => {
      answers.readMe = succeed({ ...agent('ana'), extension: '4021' });
      await comeUp();
      expect(session.state.value).toMatchObject({ agent: { extension: '4021' } });
      answers.readMe = fail(noNetwork);
      expect(await comeUp()).toEqual([fail(noNetwork)]);
    });

    it("changes the agent's name and photo through the platform", async () => {
      answers.updateMe = succeed({ ...agent('ana'), name: 'Ana B.' });
      expect(await session.changeName('Ana B.')).toEqual(succeed(undefined));
      expect(session.state.value).toMatchObject({ agent: { name: 'Ana B.' } });
      answers.removePhoto = fail(noNetwork);
      expect(await session.changePhoto(null)).toEqual(fail(noNetwork));
      answers.replacePhoto = succeed({ ...agent('ana'), photo: 'data:image/png;base64,AAAA' });
      await session.changePhoto('data:image/png;base64,AAAA');
      expect(session.state.value).toMatchObject({ agent: { photo: 'data:image/png;base64,AAAA' } });
    });
  });
});
