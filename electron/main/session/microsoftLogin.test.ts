import { beforeEach, describe, expect, it } from 'vitest';
import type { Tokens } from '../../../shared/platform/auth';
import { freeLoginRules, type LoginRules } from '../../../shared/state/loginRules';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import type { SessionState } from '../../../shared/state/session';
import type { SettingsState } from '../../../shared/state/settings';
import { Emitter, ObservableState } from '../base/observable';
import type { MicrosoftSession } from '../microsoft/microsoftSignIn';
import { MicrosoftLogin } from './microsoftLogin';

const email = 'fernanda@boreal.example';
const tokens: Tokens = {
  sessionId: 'session-1',
  accessToken: 'access-token-number-1',
  accessTokenExpiresAt: '2026-11-22T13:00:00.000Z',
  refreshToken: 'refresh-token-number-1',
  serverTime: '2026-11-22T12:00:00.000Z',
};
const settingsState: SettingsState = {
  language: null,
  theme: 'system',
  isSideMenuCollapsed: false,
  microsoftPlace: 'popup',
  closesToTray: false,
  startsAtLogin: false,
  enforced: [],
  lastEmail: null,
  effectiveLanguage: 'pt-BR',
};
const browserNeeded = fail({ kind: 'microsoft-sign-in', failure: 'browser-needed', detail: '' });

describe('MicrosoftLogin', () => {
  let answer: Result<MicrosoftSession | null>;
  let adopted: Result<undefined>;
  let state: ObservableState<SessionState>;
  let settings: ObservableState<SettingsState>;
  let signIns: Emitter<{ readonly agentId: string }>;
  let happened: string[];
  let rules: LoginRules;
  let login: MicrosoftLogin;

  beforeEach(() => {
    answer = succeed({ email, tokens });
    adopted = succeed(undefined);
    state = new ObservableState<SessionState>({ kind: 'signed-out', reason: null });
    settings = new ObservableState(settingsState);
    signIns = new Emitter();
    happened = [];
    rules = freeLoginRules;
    login = createLogin();
  });

  const createLogin = () =>
    new MicrosoftLogin({
      rules,
      microsoft: {
        signIn: ({ email: whose, place }) => {
          happened.push(`${whose} in ${place}`);
          return Promise.resolve(answer);
        },
        cancel: () => happened.push('cancel'),
      },
      session: {
        state,
        adopt: (whose, _tokens, origin) => {
          happened.push(`adopt ${whose} from ${origin ?? 'nowhere'}`);
          return Promise.resolve(adopted);
        },
        onDidSignIn: (listener) => signIns.on(listener),
      },
      settings: {
        state: settings,
        change: (change) => {
          const { microsoftPlace = 'popup' } = change;
          settings.set({ ...settings.value, microsoftPlace });
        },
      },
    });

  it("logs in as whoever the platform says, as Microsoft's", async () => {
    expect(await login.signIn('f@boreal.example', null)).toEqual(succeed('signed-in'));
    expect(happened).toEqual(['f@boreal.example in popup', `adopt ${email} from microsoft`]);
  });

  it('goes where the settings say, unless the agent says otherwise', async () => {
    settings.set({ ...settingsState, microsoftPlace: 'browser' });
    await login.signIn(email, null);
    await login.signIn(email, 'popup');
    expect(happened.filter((entry) => entry.includes(' in '))).toEqual([`${email} in browser`, `${email} in popup`]);
  });

  it('logs nobody in where the agent gave up, or it failed', async () => {
    answer = succeed(null);
    expect(await login.signIn(email, null)).toEqual(succeed('cancelled'));
    answer = browserNeeded;
    expect(await login.signIn(email, null)).toEqual(browserNeeded);
    expect(happened.some((entry) => entry.startsWith('adopt'))).toBe(false);
  });

  it('does nothing while somebody is logged in', async () => {
    state.set({ kind: 'resuming', email });
    expect((await login.signIn(email, null)).ok).toBe(false);
    expect(happened).toEqual([]);
  });

  it('remembers the browser once it did where the window would not', async () => {
    answer = browserNeeded;
    await login.signIn(email, 'popup');
    answer = succeed(null);
    await login.signIn(email, 'browser');
    expect(settings.value.microsoftPlace).toBe('popup');
    answer = succeed({ email, tokens });
    adopted = fail({ kind: 'no-network' });
    await login.signIn(email, 'browser');
    expect(settings.value.microsoftPlace).toBe('popup');
    adopted = succeed(undefined);
    await login.signIn(email, 'browser');
    expect(settings.value.microsoftPlace).toBe('browser');
  });

  it('does not remember a browser that was merely chosen', async () => {
    await login.signIn(email, 'browser');
    expect(settings.value.microsoftPlace).toBe('popup');
  });

  it('begins where a policy suggests, until the browser is chosen', async () => {
    rules = { ...freeLoginRules, usualPlace: 'browser' };
    login = createLogin();
    await login.signIn(email, null);
    await login.signIn(email, 'popup');
    expect(happened.filter((entry) => entry.includes(' in '))).toEqual([`${email} in browser`, `${email} in popup`]);
  });

  it('goes where a policy says, whatever else was chosen', async () => {
    rules = { ...freeLoginRules, enforcedPlace: 'popup' };
    login = createLogin();
    settings.set({ ...settingsState, microsoftPlace: 'browser' });
    await login.signIn(email, null);
    await login.signIn(email, 'browser');
    expect(happened.filter((entry) => entry.includes(' in '))).toEqual([`${email} in popup`, `${email} in popup`]);
  });

  it('asks nobody where a policy allows passwords only', async () => {
    rules = { ...freeLoginRules, methods: ['password'] };
    login = createLogin();
    expect(await login.signIn(email, null)).toEqual(fail({ kind: 'refused', code: 'login-method-not-allowed' }));
    expect(happened).toEqual([]);
  });

  it('waits for Microsoft no more once somebody has logged in otherwise', () => {
    signIns.emit({ agentId: 'ana' });
    expect(happened).toEqual(['cancel']);
  });
});
