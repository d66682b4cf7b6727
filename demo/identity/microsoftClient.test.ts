import { AuthError } from '@azure/msal-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EndpointAnswer } from '../../shared/platform/endpoints';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient } from '../testing/demoClient';
import { MsalClient } from '../testing/msalClient';
import { directory, guest, stranger } from './directory';
import type { IdentityFault } from './identityFaults';

const [fernanda] = directory;
if (!fernanda) throw new Error('The directory is empty');

/** Keys, certificates and the libraries of both sides are loaded here. In milliseconds. */
const patience = 60_000;

let demo: Demo;
let platform: DemoClient;
let microsoft: MsalClient;
beforeAll(async () => {
  demo = await startDemo();
}, patience);
afterAll(() => demo.stop());
beforeEach(async () => {
  platform = new DemoClient(demo);
  const { microsoft: application } = await platform.call('readLoginOptions', { body: { email: fernanda.email } });
  if (!application) throw new Error('Microsoft is not offered');
  microsoft = new MsalClient(application, await demo.microsoft.certificateAuthority());
});
afterEach(() => misbehave(null));

const misbehave = async (identity: IdentityFault | null) => {
  await platform.control('POST', '/faults', { identity });
};
const begin = async () => (await platform.call('beginMicrosoftSignIn', { body: {} })).nonce;
const signIn = async (account = fernanda) => microsoft.signIn(account, await begin());
const exchange = (idToken: string) => platform.call('exchangeMicrosoftToken', { body: { idToken } });
const refused = (idToken: string) => platform.refused('exchangeMicrosoftToken', { body: { idToken } });
const refusedAs = (reason: string) => ({ status: 401, code: 'microsoft-refused', reason });
const me = (answer: EndpointAnswer<'exchangeMicrosoftToken'>) =>
  platform.call('readMe', { token: answer.tokens.accessToken });

/** What Microsoft's library threw. */
const failure = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof AuthError)) throw new Error('It did not fail');
  const { name, errorCode, subError, message } = error;
  return { name, errorCode, subError, number: /AADSTS\d+/.exec(message)?.[0] };
};

describe("Microsoft's client and the platform", { timeout: patience }, () => {
  it('log an agent in, again without her after a restart, and take each token once', async () => {
    const { idToken, account } = await signIn();
    expect(account?.homeAccountId).toBe(`${fernanda.objectId}.${account?.tenantId ?? ''}`);
    const first = await exchange(idToken);
    expect(first.email).toBe(fernanda.email);
    expect(await me(first)).toMatchObject({ name: 'Fernanda Lima' });

    microsoft.restart();
    const renewed = await microsoft.renew();
    expect(renewed.idTokenClaims).not.toHaveProperty('nonce');
    expect(await me(await exchange(renewed.idToken))).toMatchObject({ name: 'Fernanda Lima' });

    for (const used of [idToken, renewed.idToken]) expect(await refused(used)).toEqual(refusedAs('token'));
  });

  it.each([
    ['who is no agent', stranger],
    ['who has the e-mail of an agent with a password', guest],
  ])('do not log in somebody %s', async (_, account) => {
    const { idToken } = await signIn(account);
    expect(await refused(idToken)).toEqual(refusedAs('account'));
  });

  it.each(['wrong-tenant', 'wrong-audience', 'wrong-issuer', 'expired', 'foreign-key', 'unsigned'] as const)(
    'do not log in with a token that is spoilt: %s',
    async (fault) => {
      await misbehave(fault);
      const { idToken } = await signIn();
      expect(await refused(idToken)).toEqual(refusedAs('token'));
    },
  );

  it('do not get as far as the platform with the nonce of another sign-in', async () => {
    await misbehave('wrong-nonce');
    expect(await failure(signIn())).toMatchObject({ errorCode: 'nonce_mismatch' });
  });

  it.each([
    ['not-assigned', 'access_denied', 'AADSTS50105'],
    ['approval-needed', 'access_denied', 'AADSTS90094'],
  ] as const)('are told of a refusal to sign in: %s', async (fault, errorCode, number) => {
    await misbehave(fault);
    expect(await failure(signIn())).toMatchObject({ name: 'ServerError', errorCode, number });
  });

  it.each([
    ['not-assigned', 'ServerError', 'invalid_grant', '', 'AADSTS50105'],
    ['approval-needed', 'InteractionRequiredAuthError', 'invalid_grant', 'consent_required', 'AADSTS65001'],
    ['second-factor', 'InteractionRequiredAuthError', 'interaction_required', 'basic_action', 'AADSTS50076'],
    ['refresh-token-dead', 'InteractionRequiredAuthError', 'invalid_grant', 'bad_token', 'AADSTS700082'],
  ] as const)('are told of a refusal to renew: %s', async (fault, name, errorCode, subError, number) => {
    await signIn();
    await misbehave(fault);
    expect(await failure(microsoft.renew())).toEqual({ name, errorCode, subError, number });
    await misbehave(null);
    await microsoft.renew();
  });
});
