import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ClientMetadata, Configuration, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { z } from 'zod';
import { writePage } from '../http/pages';
import { clientId, directory, tenantId } from './directory';
import { errorPage } from './signInPage';

const scopes = ['openid', 'profile', 'email', 'offline_access'];
const hour = 3600;

/** A desktop app: no secret, proof keys instead, answers to any port of this computer. */
const client: ClientMetadata = {
  client_id: clientId,
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://localhost', 'http://127.0.0.1'],
};

const tokenAnswerSchema = z.looseObject({ access_token: z.string() });

const createSigningKey = async (): Promise<JWK> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'demo', use: 'sig', alg: 'RS256' };
};

const findAccount: Configuration['findAccount'] = (_context, id) => {
  const account = directory.find(({ objectId }) => objectId === id);
  if (!account) return undefined;
  const { objectId, email, name } = account;
  return {
    accountId: objectId,
    claims: () => ({ sub: objectId, oid: objectId, tid: tenantId, name, preferred_username: email, email }),
  };
};

/** The customer's administrator has agreed for everybody, so nobody is asked. */
const loadExistingGrant = async ({ oidc }: KoaContextWithOIDC) => {
  const grantId = oidc.session?.grantIdFor(clientId);
  if (grantId !== undefined) return oidc.provider.Grant.find(grantId);
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope(scopes.join(' '));
  await grant.save();
  return grant;
};

/** Adds whom the tokens are for in the form in which Microsoft's client library knows accounts. */
const addClientInfo = (provider: Provider): void => {
  provider.use(async (context: KoaContextWithOIDC, next: () => Promise<unknown>) => {
    await next();
    // Where another part of the server answers there is no operation of the protocol.
    const { oidc }: Partial<KoaContextWithOIDC> = context;
    const objectId = oidc?.entities.Account?.accountId;
    if (oidc?.route !== 'token' || context.status !== 200 || objectId === undefined) return;
    const info = JSON.stringify({ uid: objectId, utid: tenantId });
    const clientInfo = Buffer.from(info).toString('base64url');
    context.body = { ...tokenAnswerSchema.parse(context.body), client_info: clientInfo };
  });
};

/** The tenant's OpenID provider, as close to Microsoft's as its client library needs. */
export const createProvider = async (issuer: string): Promise<Provider> => {
  const { interactionPolicy, Provider } = await import('oidc-provider');
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  // A native client would otherwise be asked for consent each time.
  policy.get('consent')?.checks.remove('native_client_prompt');
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [await createSigningKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes,
    claims: { profile: ['name', 'preferred_username', 'oid', 'tid'], email: ['email'] },
    // Microsoft puts what is known of the account into the ID token.
    conformIdTokenClaims: false,
    // Its client never asks for consent, which the standard wants before a refresh token is given.
    issueRefreshToken: (_context, { grantTypes = [] }) => grantTypes.includes('refresh_token'),
    pkce: { required: () => true },
    ttl: {
      AccessToken: hour,
      IdToken: hour,
      RefreshToken: 24 * hour,
      Session: hour,
      Interaction: hour,
      Grant: 24 * hour,
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy, url: (_context, { uid }) => `/interaction/${uid}` },
    renderError: (context) => {
      context.type = 'html';
      context.body = writePage(errorPage);
    },
    findAccount,
    loadExistingGrant,
  });
  addClientInfo(provider);
  return provider;
};
