import { createHash, createPublicKey, randomBytes, verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDemo, type Demo } from '../startDemo';
import { request } from '../testing/demoClient';
import { ScriptedBrowser, type BrowserPage } from '../testing/scriptedBrowser';
import { createCertificates } from './createCertificates';
import { clientId, directory, tenantId } from './directory';

const [fernanda] = directory;
const redirectAddress = 'http://localhost:51234';
const scope = 'openid profile email offline_access';

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
});
const tokensSchema = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
  client_info: z.string(),
});
const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) });

/** Keys, certificates and the provider's library come with the first connection. In milliseconds. */
const patience = 60_000;

let demo: Demo;
let authority: string;
let discovery: z.infer<typeof discoverySchema>;
beforeAll(async () => {
  demo = await startDemo();
  authority = await (await fetch(`${demo.controlUrl}/ca.pem`)).text();
  const page = await browse().open(`${demo.microsoft.authority}/v2.0/.well-known/openid-configuration`);
  discovery = discoverySchema.parse(parse(page));
}, patience);
afterAll(() => demo.stop());

const browse = () => new ScriptedBrowser(authority);
/** JSON from outside. */
const parse = ({ text }: BrowserPage): unknown => JSON.parse(text);
const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
const decode = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

/** What a client asks the browser to open, and what it keeps to itself. */
const createRequest = (others: Readonly<Record<string, string>> = {}) => {
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL(discovery.authorization_endpoint);
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    response_mode: 'form_post',
    redirect_uri: redirectAddress,
    scope,
    prompt: 'select_account',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: hash(verifier),
    code_challenge_method: 'S256',
    ...others,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, verifier };
};

const credentials = { action: 'sign-in', email: fernanda?.email ?? '', password: fernanda?.password ?? '' };

/** Opens the sign-in page and sends its form. */
const submit = async (url: string, form: Readonly<Record<string, string>>) => {
  const browser = browse();
  const page = await browser.open(url);
  return browser.open(page.url, form);
};

/** What the last page posts to the client. */
const postedTo = ({ text }: BrowserPage): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
const codeOf = (page: BrowserPage): string => postedTo(page).get('code') ?? '';

const redeem = (parameters: Readonly<Record<string, string>>) =>
  // Microsoft's client adds a query of its own.
  browse().open(`${discovery.token_endpoint}?client-request-id=1`, { client_id: clientId, ...parameters });

const signIn = async () => {
  const { url, verifier } = createRequest();
  const code = codeOf(await submit(url, credentials));
  const exchange = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectAddress,
  };
  return { exchange, answer: await redeem(exchange) };
};

describe('the identity provider', { timeout: patience }, () => {
  it('is where the first line says, with a certificate of the authority on the control port', async () => {
    expect(demo.microsoft.authority).toMatch(new RegExp(`^https://localhost:\\d+/${tenantId}$`));
    expect(discovery.issuer).toBe(`${demo.microsoft.authority}/v2.0`);
    expect(discovery.token_endpoint).toBe(`${discovery.issuer}/token`);
    expect(new X509Certificate(authority).ca).toBe(true);
    const others = new ScriptedBrowser((await createCertificates()).authority);
    await expect(others.open(demo.microsoft.authority)).rejects.toThrow('certificate');
    expect(await demo.microsoft.certificateAuthority()).toBe(authority);
  });

  it('signs in with a code and its proof key, and says who it was in an ID token that its keys prove', async () => {
    const { answer } = await signIn();
    const tokens = tokensSchema.parse(parse(answer));
    const [header, payload, signature = ''] = tokens.id_token.split('.');
    expect(decode(payload)).toMatchObject({
      iss: discovery.issuer,
      aud: clientId,
      tid: tenantId,
      oid: fernanda?.objectId,
      nonce: 'a-nonce',
      name: 'Fernanda Lima',
      preferred_username: 'fernanda.lima@boreal.example',
    });
    expect(decode(tokens.client_info)).toEqual({ uid: fernanda?.objectId, utid: tenantId });
    const { keys } = keysSchema.parse(parse(await browse().open(discovery.jwks_uri)));
    const { kid } = z.object({ alg: z.literal('RS256'), kid: z.string() }).parse(decode(header));
    const [jwk] = keys.filter((key) => key.kid === kid);
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signed = Buffer.from(`${String(header)}.${String(payload)}`);
    expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('gives new tokens for a refresh token, also where offline access is asked for again', async () => {
    const first = tokensSchema.parse(parse((await signIn()).answer));
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token, scope };
    const second = tokensSchema.parse(parse(await redeem(refresh)));
    expect(second.access_token).not.toBe(first.access_token);
    // Microsoft's carries a nonce only where somebody signed in.
    expect(decode(second.id_token.split('.')[1])).not.toHaveProperty('nonce');
    expect(decode(second.client_info)).toEqual({ uid: fernanda?.objectId, utid: tenantId });
  });

  it('takes a code once, and only with its proof key', async () => {
    const { exchange } = await signIn();
    expect(parse(await redeem(exchange))).toMatchObject({ error: 'invalid_grant' });
    const code = codeOf(await submit(createRequest().url, credentials));
    const stolen = { ...exchange, code, code_verifier: randomBytes(32).toString('base64url') };
    expect(parse(await redeem(stolen))).toMatchObject({ error: 'invalid_grant' });
  });

  it('shows the sign-in page again after a wrong password, with the e-mail and without the password', async () => {
    const page = await submit(createRequest().url, { ...credentials, password: 'wrong-<password>' });
    expect(page.status).toBe(401);
    expect(page.text).toContain('E-mail ou senha incorretos.');
    expect(page.text).toContain(`value="${credentials.email}"`);
    expect(page.text).not.toContain('wrong-');
  });

  it('fills in the e-mail that the client knows', async () => {
    const page = await browse().open(createRequest({ login_hint: 'fernanda.lima@boreal.example' }).url);
    expect(page.text).toContain('value="fernanda.lima@boreal.example"');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('tells the client of somebody who cancelled', async () => {
    const posted = postedTo(await submit(createRequest().url, { action: 'cancel', email: '', password: '' }));
    expect(Object.fromEntries(posted)).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringContaining('AADSTS65004'),
      state: 'a-state',
    });
  });

  it('leads astray by itself, by a link and by its form, where it is told to', async () => {
    const misbehave = (identity: string | null) => request('POST', `${demo.controlUrl}/faults`, { identity });
    await misbehave('foreign-scheme');
    const browser = browse();
    const page = await browser.open(createRequest().url);
    const away = /^smartspace:\/\/reset-password/;
    expect(page.headers['refresh']).toMatch(/^0; url=smartspace:/);
    expect(page.text).toContain('href="smartspace://');
    expect((await browser.open(page.url, credentials)).url).toMatch(away);
    await misbehave(null);
  });

  it('ends a sign-in on a page of its own where it refuses the device', async () => {
    await request('POST', `${demo.controlUrl}/faults`, { identity: 'device-refused' });
    const browser = browse();
    const page = await browser.open((await browser.open(createRequest().url)).url, credentials);
    expect(page.text).toContain('AADSTS53000');
    const posted = postedTo(await browser.open(page.url, { action: 'leave-device' }));
    expect(posted.get('error')).toBe('access_denied');
    await request('POST', `${demo.controlUrl}/faults`, { identity: null });
  });

  it.each([
    ['another client', { client_id: 'another' }],
    ['another address to answer to', { redirect_uri: 'https://evil.example' }],
    ['no proof key', { code_challenge: '' }],
  ])('gives no code for %s', async (_, others) => {
    const page = await browse().open(createRequest(others).url);
    expect(page.text).not.toContain('name="code"');
    expect(page.text).not.toContain('name="password"');
  });

  it('has a page for what it does not know', async () => {
    expect((await browse().open(new URL('/elsewhere', demo.microsoft.authority).href)).status).toBe(404);
    expect((await browse().open(new URL('/interaction/nothing', demo.microsoft.authority).href)).status).toBe(400);
  });
});
