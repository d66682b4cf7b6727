import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyNames, type PolicyName } from '../../../shared/state/policy';
import { gatherPolicies, type PolicySource } from './managedPolicies';
import { builtInValues, type PolicyValues } from './policyDefinitions';
import { resolvePolicies, type Choices } from './resolvePolicies';

const read = (content: unknown, place = 'computer'): PolicySource => ({ kind: 'read', place, content });
const nobody = { environment: {}, user: {} };

/** For each policy, values as a source holds them, beside what they mean. */
const samples: { readonly [Name in PolicyName]: readonly (readonly [unknown, PolicyValues[Name]])[] } = {
  PlatformUrl: [
    ['https://a.example', 'https://a.example'],
    [' http://127.0.0.1:80 ', 'http://127.0.0.1:80'],
  ],
  LoginMethods: [
    [['microsoft'], ['microsoft']],
    ['password', ['password']],
    ['microsoft, password', ['password', 'microsoft']],
  ],
  MicrosoftFlow: [
    ['popup', 'popup'],
    ['browser', 'browser'],
  ],
  MayLeaveAnyway: [
    [false, false],
    [0, false],
    [1, true],
  ],
  UpdateChannel: [
    ['beta', 'beta'],
    ['off', 'off'],
  ],
  StartAtLogin: [
    [true, true],
    [0, false],
  ],
  CloseToTray: [
    [false, false],
    [1, true],
  ],
  LogLevel: [
    ['debug', 'debug'],
    ['error', 'error'],
  ],
  ProxyMode: [
    ['fixed_servers', 'fixed_servers'],
    ['direct', 'direct'],
  ],
  ProxyServer: [
    ['proxy.example:3128', 'proxy.example:3128'],
    ['http=a:80;https=socks5://[::1]:1080,direct://', 'http=a:80;https=socks5://[::1]:1080,direct://'],
  ],
  ProxyBypass: [['*.local;<local>', '*.local;<local>']],
  ProxyPacUrl: [['http://proxy.example/proxy.pac', 'http://proxy.example/proxy.pac']],
};

const bad: readonly (readonly [PolicyName, unknown, string])[] = [
  ['PlatformUrl', 'platform.example', 'not-an-address'],
  ['PlatformUrl', 'http://platform.example', 'not-https'],
  ['PlatformUrl', 'https://ana:secret@platform.example', 'carries-credentials'],
  ['PlatformUrl', 'https://platform.example/?a=1', 'carries-more-than-a-path'],
  ['PlatformUrl', 7, 'wrong-type'],
  ['PlatformUrl', '', 'wrong-type'],
  ['LoginMethods', [], 'not-one-of'],
  ['LoginMethods', 'password,fingerprint', 'not-one-of'],
  ['LoginMethods', { password: true }, 'wrong-type'],
  ['LoginMethods', [1], 'wrong-type'],
  ['MicrosoftFlow', 'window', 'not-one-of'],
  ['MicrosoftFlow', true, 'wrong-type'],
  ['MayLeaveAnyway', 'false', 'wrong-type'],
  ['MayLeaveAnyway', 2, 'wrong-type'],
  ['UpdateChannel', 'nightly', 'not-one-of'],
  ['UpdateChannel', false, 'wrong-type'],
  ['StartAtLogin', 'yes please', 'wrong-type'],
  ['StartAtLogin', 2, 'wrong-type'],
  ['CloseToTray', 'yes please', 'wrong-type'],
  ['CloseToTray', null, 'wrong-type'],
  ['LogLevel', 'verbose', 'not-one-of'],
  ['ProxyMode', 'manual', 'not-one-of'],
  ['ProxyServer', 'ana:secret@proxy.example:80', 'carries-credentials'],
  ['ProxyServer', 'proxy example', 'not-an-address'],
  ['ProxyBypass', 'ana:secret@proxy.example', 'carries-credentials'],
  ['ProxyPacUrl', 'file:///etc/proxy.pac', 'not-an-address'],
  ['ProxyPacUrl', 'https://ana:secret@proxy.example/proxy.pac', 'carries-credentials'],
  ['ProxyPacUrl', 'proxy.pac', 'not-an-address'],
];

describe('gatherPolicies', () => {
  it.each(policyNames.flatMap((name) => samples[name].map(([written, meant]) => [name, written, meant] as const)))(
    'takes %s as %j',
    (name, written, meant) => {
      const { enforced, defects } = gatherPolicies([read({ [name]: written })]);
      expect(enforced).toEqual({ [name]: { value: meant, place: 'computer' } });
      expect(defects).toEqual([]);
    },
  );

  it.each(bad)('reports %s as %j and does not obey it', (policy, written, problem) => {
    const { enforced, defects } = gatherPolicies([read({ [policy]: written })]);
    expect(enforced).toEqual({});
    expect(defects).toEqual([{ place: 'computer', policy, problem }]);
  });

  it('hears the next place where the stronger one has a bad value', () => {
    const { enforced, defects } = gatherPolicies([
      read({ LogLevel: 'loud', MayLeaveAnyway: false }, 'computer'),
      read({ LogLevel: 'debug', MayLeaveAnyway: true }, 'user'),
    ]);
    expect(enforced).toEqual({
      LogLevel: { value: 'debug', place: 'user' },
      MayLeaveAnyway: { value: false, place: 'computer' },
    });
    expect(defects).toHaveLength(1);
  });

  it('compares names as a registry does, and reports those it does not know, cut short', () => {
    const long = 'Plattform'.repeat(20);
    const { enforced, defaults, defects } = gatherPolicies([
      read({ PLATFORMURL: 'https://a.example', recommended: { loglevel: 'warn', Colour: 'red' }, [long]: 1 }),
    ]);
    expect(enforced).toEqual({ PlatformUrl: { value: 'https://a.example', place: 'computer' } });
    expect(defaults).toEqual({ LogLevel: { value: 'warn', place: 'computer' } });
    expect(defects).toEqual([
      { place: 'computer', policy: long.slice(0, 60), problem: 'unknown' },
      { place: 'computer', policy: 'Colour', problem: 'unknown' },
    ]);
  });

  it('reports a place that holds no policies at all, and one that could not be read', () => {
    expect(gatherPolicies([read([]), { kind: 'failed', place: 'file', problem: 'not-protected' }]).defects).toEqual([
      { place: 'computer', policy: null, problem: 'malformed' },
      { place: 'file', policy: null, problem: 'not-protected' },
    ]);
    expect(gatherPolicies([read({ LogLevel: 'warn', Recommended: 'all' })])).toMatchObject({
      enforced: { LogLevel: { value: 'warn' } },
      defects: [{ place: 'computer', policy: 'Recommended', problem: 'wrong-type' }],
    });
  });
});

const name = fc.constantFrom(...policyNames);
const valueOf = (policy: PolicyName) => fc.constantFrom(...samples[policy]);
/** Somebody's choices: some policies, each with one of its values. */
const content = fc.uniqueArray(name, { maxLength: 9 }).chain((names) =>
  fc.tuple(...names.map(valueOf)).map((values) => {
    const pairs = names.map((policy, index) => [policy, values[index]] as const);
    return {
      written: Object.fromEntries(pairs.map(([policy, sample]) => [policy, sample?.[0]])),
      meant: Object.fromEntries(pairs.map(([policy, sample]) => [policy, sample?.[1]])),
    };
  }),
);

describe('resolvePolicies', () => {
  it('lets the first that says something count: enforced, environment, user, default, built in', () => {
    fc.assert(
      fc.property(content, content, content, content, (enforced, environment, user, recommended) => {
        const managed = gatherPolicies([read({ ...enforced.written, Recommended: recommended.written })]);
        const choices = { environment: environment.meant as Choices, user: user.meant as Choices };
        const effective = resolvePolicies(managed, choices);
        for (const policy of policyNames) {
          const order = [
            ['enforced', enforced.meant[policy]],
            ['environment', environment.meant[policy]],
            ['user', user.meant[policy]],
            ['default', recommended.meant[policy]],
            ['built-in', builtInValues[policy]],
          ] as const;
          const [origin, value] = order.find(([, said]) => said !== undefined) ?? order[4];
          expect(effective[policy]).toEqual({
            origin,
            value,
            place: origin === 'enforced' || origin === 'default' ? 'computer' : null,
          });
        }
      }),
    );
  });

  it('never obeys nor repeats what is not valid, whatever it is, and reports it', () => {
    fc.assert(
      fc.property(name, fc.anything(), (policy, written) => {
        const managed = gatherPolicies([read({ [policy]: written })]);
        const isObeyed = policy in managed.enforced;
        expect(managed.defects).toHaveLength(isObeyed ? 0 : 1);
        if (isObeyed) return;
        expect(resolvePolicies(managed, nobody)[policy]).toMatchObject({
          origin: 'built-in',
          value: builtInValues[policy],
        });
        expect(Object.keys(managed.defects[0] ?? {})).toEqual(['place', 'policy', 'problem']);
      }),
    );
  });

  it('takes any content of any place without failing', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 3 }), (contents) => {
        const managed = gatherPolicies(contents.map((one) => read(one)));
        expect(Object.keys(resolvePolicies(managed, nobody))).toEqual([...policyNames]);
      }),
    );
  });
});
