import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { minute } from '../base/instants';
import { createAccounts } from '../createWorld';
import { Agents } from '../profile/agents';
import { createTestProvider, type TestProvider } from '../testing/createTestProvider';
import { ManualClock } from '../testing/manualClock';
import type { MicrosoftProvider } from './microsoftProvider';
import { MicrosoftSignIn, nonceLifetime, renewedTokenLifetime } from './microsoftSignIn';

const fernanda = 'agent-6';

let clock: ManualClock;
let agents: Agents;
let provider: TestProvider;
let signIn: MicrosoftSignIn;
const use = async (changed: TestProvider) => {
  clock = new ManualClock();
  agents = new Agents(await createAccounts());
  provider = changed;
  signIn = new MicrosoftSignIn(provider, agents, clock, clock);
};
beforeEach(async () => use(await createTestProvider()));

const issue = (claims?: Readonly<Record<string, unknown>>) => provider.issue(clock.now(), claims);
const refusedAs = (reason: string) =>
  expect.objectContaining({ problem: { code: 'microsoft-refused', reason } }) as unknown;
const expectRefused = async (idToken: string | Promise<string>, reason = 'token') => {
  await expect(signIn.exchange(await idToken)).rejects.toEqual(refusedAs(reason));
};

describe('an ID token with a nonce', () => {
  it('logs the agent in whose account it names', async () => {
    expect(await signIn.exchange(await issue({ nonce: signIn.begin() }))).toMatchObject({ id: fernanda });
  });

  it('is for the sign-in that was begun: once, within minutes', async () => {
    const nonce = signIn.begin();
    const late = signIn.begin();
    await signIn.exchange(await issue({ nonce }));
    await expectRefused(issue({ nonce, jti: 'another' }));
    await expectRefused(issue({ nonce: 'made-up-by-somebody' }));
    clock.advance(nonceLifetime);
    await expectRefused(issue({ nonce: late }));
  });

  it('does not use up a sign-in unless it is good', async () => {
    const nonce = signIn.begin();
    await expectRefused(issue({ nonce, tid: 'another' }));
    expect(await signIn.exchange(await issue({ nonce }))).toMatchObject({ id: fernanda });
  });
});

describe('an ID token without a nonce', () => {
  it('is taken while it is minutes old', async () => {
    const [old, older] = await Promise.all([issue({ jti: 'old' }), issue({ jti: 'older' })]);
    clock.advance(renewedTokenLifetime);
    expect(await signIn.exchange(old)).toMatchObject({ id: fernanda });
    clock.advance(1000);
    await expectRefused(older);
  });

  it('is refused where it comes from the future', async () => {
    const ahead = provider.issue(clock.now() + 2 * minute);
    await expectRefused(ahead);
  });
});

describe('any ID token', () => {
  it('works once, also sent twice at the same time', async () => {
    const idToken = await issue();
    const settled = await Promise.allSettled([signIn.exchange(idToken), signIn.exchange(idToken)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expectRefused(idToken);
  });

  it('does not become another by writing its signature differently', async () => {
    await use(await createTestProvider('RS256'));
    const idToken = await issue();
    await signIn.exchange(idToken);
    // The last character of 256 bytes in base64url has four bits that mean nothing.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(idToken.slice(-1));
    await expectRefused(`${idToken.slice(0, -1)}${alphabet.charAt(last + 1)}`);
  });

  it('may be signed with RSA, too', async () => {
    await use(await createTestProvider('RS256'));
    expect(await signIn.exchange(await issue())).toMatchObject({ id: fernanda });
  });

  it.each([
    ['another tenant', { tid: 'another' }],
    ['another application', { aud: 'another' }],
    ['another issuer', { iss: 'https://evil.example/tenant/v2.0' }],
    ['no tenant', { tid: undefined }],
    ['no account', { oid: undefined }],
    ['no time', { iat: undefined }],
    ['no end', { exp: undefined }],
    ['an end that is over', { exp: 1 }],
    ['a beginning that is to come', { nbf: 4_000_000_000 }],
  ])('is refused with %s', async (_, claims) => {
    await expectRefused(issue(claims));
  });

  it('is refused without a signature, or with one that proves nothing', async () => {
    const good = await issue();
    const [header = '', payload = '', signature = ''] = good.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
    await expectRefused(new UnsecuredJWT(claims).encode());
    await expectRefused(`${header}.${payload}.`);
    const symmetric = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'key' });
    await expectRefused(symmetric.sign(new TextEncoder().encode('the public key, for instance, as text')));
    await expectRefused((await createTestProvider()).issue(clock.now()));
    const richer = Buffer.from(JSON.stringify({ ...claims, name: 'Somebody' })).toString('base64url');
    await expectRefused(`${header}.${richer}.${signature}`);
    await expectRefused('not.a.token');
  });

  it('is refused when signed in a way that was not agreed on, even with the right key', async () => {
    await use(await createTestProvider('RS512'));
    await expectRefused(issue());
  });

  it("is not judged while the provider's keys can't be had, and is good afterwards", async () => {
    let isReachable = false;
    const unreachable: MicrosoftProvider = {
      ...provider,
      loadKeys: async () => {
        const keys = await provider.loadKeys();
        return async (...token) => {
          if (!isReachable) throw new Error('no answer');
          return keys(...token);
        };
      },
    };
    signIn = new MicrosoftSignIn(unreachable, agents, clock, clock);
    const idToken = await issue({ nonce: signIn.begin() });
    await expect(signIn.exchange(idToken)).rejects.toThrow('unavailable');
    isReachable = true;
    expect(await signIn.exchange(idToken)).toMatchObject({ id: fernanda });
  });
});

describe('an account', () => {
  it('is nobody where no agent has its e-mail, or the agent has a password here', async () => {
    await expectRefused(issue({ oid: 'another', preferred_username: 'nobody@boreal.example' }), 'account');
    await expectRefused(issue({ oid: 'another', preferred_username: 'ana.souza@aurora.example' }), 'account');
  });

  it('is known by its own id from the first sign-in on, whatever it calls itself', async () => {
    await signIn.exchange(await issue());
    const renamed = await issue({ preferred_username: 'fernanda@boreal.example' });
    expect(await signIn.exchange(renamed)).toMatchObject({ id: fernanda });
    await expectRefused(issue({ oid: 'who-took-her-name' }), 'account');
  });
});
