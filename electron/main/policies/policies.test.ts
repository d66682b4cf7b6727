import { describe, expect, it } from 'vitest';
import { MemoryLogger } from '../logging/memoryLogger';
import { gatherPolicies } from './managedPolicies';
import { ManagedProxy } from './managedProxy';
import { Policies } from './policies';

const create = (content: unknown, environment: Readonly<Record<string, string>> = {}) =>
  new Policies({ managed: gatherPolicies([{ kind: 'read', place: 'computer', content }]), environment });
const unchosen = { microsoftPlace: 'popup', closesToTray: null, startsAtLogin: null } as const;

describe('Policies', () => {
  it('leaves everything as built in where nothing is managed', () => {
    const policies = create({});
    expect(policies).toMatchObject({
      loginRules: { methods: ['password', 'microsoft'], enforcedPlace: null, usualPlace: 'popup' },
      mayLeaveAnyway: true,
      updateChannel: 'stable',
      logLevel: 'info',
      proxy: null,
      defects: [],
      platformAddress: { kind: 'valid', url: 'https://app.smartspace.us' },
    });
    expect(new Set(policies.describe(unchosen).map(({ origin }) => origin))).toEqual(new Set(['built-in']));
  });

  it('describes the address that the services get, from wherever it comes', () => {
    const urls = { managed: 'https://managed.example', own: 'https://own.example' };
    const cases = [
      [create({ PlatformUrl: urls.managed }, { SMARTSPACE_URL: urls.own }), urls.managed, 'enforced'],
      [create({ Recommended: { PlatformUrl: urls.managed } }, { SMARTSPACE_URL: urls.own }), urls.own, 'environment'],
      [create({ Recommended: { PlatformUrl: urls.managed } }, { SMARTSPACE_URL: ' ' }), urls.managed, 'default'],
    ] as const;
    for (const [policies, value, origin] of cases) {
      expect(policies.platformAddress).toMatchObject({ kind: 'valid', url: value });
      expect(policies.describe(unchosen)).toContainEqual(
        expect.objectContaining({ policy: 'PlatformUrl', value, origin }),
      );
    }
  });

  it('passes on which updates the company wants, if any', () => {
    expect(create({ UpdateChannel: 'off' }).updateChannel).toBe('off');
    expect(create({ Recommended: { UpdateChannel: 'beta' } }).updateChannel).toBe('beta');
  });

  it('has the level of the log from the policy, the environment, the suggestion, in this order', () => {
    const environment = { SMARTSPACE_LOG_LEVEL: 'debug' };
    expect(create({ LogLevel: 'error' }, environment).logLevel).toBe('error');
    expect(create({ Recommended: { LogLevel: 'error' } }, environment).logLevel).toBe('debug');
    expect(create({ Recommended: { LogLevel: 'error' } }, { SMARTSPACE_LOG_LEVEL: 'loud' }).logLevel).toBe('error');
  });

  it('says where Microsoft is signed in with: as enforced, or as chosen, or as suggested', () => {
    const place = (policies: Policies, microsoftPlace: 'popup' | 'browser') =>
      policies.describe({ ...unchosen, microsoftPlace }).find(({ policy }) => policy === 'MicrosoftFlow');
    const enforced = create({ MicrosoftFlow: 'popup' });
    expect(enforced.loginRules).toMatchObject({ enforcedPlace: 'popup' });
    expect(place(enforced, 'browser')).toMatchObject({ value: 'popup', origin: 'enforced', place: 'computer' });
    const suggested = create({ Recommended: { MicrosoftFlow: 'browser' } });
    expect(suggested.loginRules).toMatchObject({ enforcedPlace: null, usualPlace: 'browser' });
    expect(place(suggested, 'popup')).toMatchObject({ value: 'browser', origin: 'default' });
    expect(place(create({}), 'browser')).toMatchObject({ value: 'browser', origin: 'user' });
  });

  it.each([
    ['CloseToTray', 'closesToTray'],
    ['StartAtLogin', 'startsAtLogin'],
  ] as const)('has %s as enforced, or as chosen, or as suggested, or off', (policy, setting) => {
    const decide = (content: unknown, choice: boolean | null) => {
      const chosen = { ...unchosen, [setting]: choice };
      const policies = create(content);
      const { [setting]: value, enforced } = policies.decideSettings(chosen);
      const line = policies.describe(chosen).find((one) => one.policy === policy);
      expect(line?.value).toBe(String(value));
      expect(enforced).toEqual(line?.origin === 'enforced' ? [setting] : []);
      return [value, line?.origin];
    };
    expect(decide({ [policy]: true }, false)).toEqual([true, 'enforced']);
    expect(decide({ [policy]: 0, Recommended: { [policy]: 1 } }, true)).toEqual([false, 'enforced']);
    expect(decide({ Recommended: { [policy]: true } }, null)).toEqual([true, 'default']);
    expect(decide({ Recommended: { [policy]: true } }, false)).toEqual([false, 'user']);
    expect(decide({ [policy]: 'yes please' }, true)).toEqual([true, 'user']);
    expect(decide({ [policy]: 'yes please' }, null)).toEqual([false, 'built-in']);
  });

  it('keeps to itself what stands behind an address', () => {
    const pac = create({ ProxyMode: 'pac_script', ProxyPacUrl: 'https://proxy.example/p.pac?key=secret' });
    expect(pac.proxy).toEqual({ mode: 'pac_script', pacScript: 'https://proxy.example/p.pac?key=secret' });
    expect(JSON.stringify(pac.describe(unchosen))).not.toContain('secret');
  });

  it('logs what is managed and what is wrong with it, and no value', () => {
    const logger = new MemoryLogger();
    create({
      MayLeaveAnyway: false,
      PlatformUrl: 'https://ana:secret@a.example',
      Recommended: { LogLevel: 'warn' },
    }).log(logger);
    expect(logger.lines).toHaveLength(2);
    expect(logger.lines.join('\n')).toMatch(/MayLeaveAnyway[^]*LogLevel[^]*PlatformUrl[^]*carries-credentials/);
    expect(logger.lines.join('\n')).not.toMatch(/secret|a\.example/);
    const quiet = new MemoryLogger();
    create({}).log(quiet);
    expect(quiet.lines).toEqual([]);
  });
});

describe('the proxy', () => {
  it('is put together from its policies', () => {
    expect(create({ ProxyMode: 'direct' }).proxy).toEqual({ mode: 'direct' });
    expect(
      create({ ProxyMode: 'fixed_servers', ProxyServer: 'proxy:80', Recommended: { ProxyBypass: '*.local' } }).proxy,
    ).toEqual({ mode: 'fixed_servers', proxyRules: 'proxy:80', proxyBypassRules: '*.local' });
    expect(create({ ProxyMode: 'fixed_servers', ProxyServer: 'proxy:80' }).proxy).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'proxy:80',
    });
  });

  it.each([
    [{ ProxyMode: 'fixed_servers' }, 'ProxyServer', 'missing'],
    [{ ProxyMode: 'pac_script', ProxyServer: 'proxy:80' }, 'ProxyPacUrl', 'missing'],
    [{ ProxyMode: 'system', ProxyBypass: '*.local' }, 'ProxyBypass', 'without-effect'],
    [{ ProxyServer: 'proxy:80' }, 'ProxyServer', 'without-effect'],
  ])('stays the system’s, and it is reported, where the policies make no sense: %j', (content, policy, problem) => {
    const policies = create(content);
    expect(policies.proxy).toBeNull();
    expect(policies.defects).toContainEqual({ place: 'computer', policy, problem });
  });

  it('is given to each session once, also to those to come, and to none where there is none', async () => {
    const told: string[] = [];
    type Listener = (session: Electron.Session) => void;
    const run = async (config: ConstructorParameters<typeof ManagedProxy>[1]) => {
      const listeners: Listener[] = [];
      const app = { on: (_name: string, listener: Listener) => listeners.push(listener) };
      const sessionNamed = (name: string) => ({ setProxy: () => Promise.resolve(void told.push(name)) });
      const early = sessionNamed('early');
      const late = sessionNamed('late');
      // Of an app and its sessions, this takes no more than that.
      const proxy = new ManagedProxy(app as never, config);
      await proxy.whenApplied(early as never);
      for (const listener of listeners) listener(late as never);
      await proxy.whenApplied(late as never);
    };
    await run(null);
    expect(told).toEqual([]);
    await run({ mode: 'direct' });
    expect(told).toEqual(['early', 'late']);
  });
});
