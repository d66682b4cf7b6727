import { randomBytes, type KeyObject } from 'node:crypto';
import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { z } from 'zod';
import { writePage } from '../http/pages';
import { clientId, directory, scopes, tenantId } from './directory';
import type { IdentityFaults } from './identityFaults';
import { errorPage } from './signInPage';
import { providerSigningKey, toJwk } from './signingKey';

const offeredScopes = [...scopes, 'offline_access'];
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

const tokenAnswerSchema = z.looseObject({ id_token: z.string() });

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
  grant.addOIDCScope(offeredScopes.join(' '));
  await grant.save();
  return grant;
};

/**
 * Answers with tokens the way Microsoft does, which its client library and the platform rely on: `client_info` says
 * whom they are for, and the ID token is as it has them.
 */
const answerLikeMicrosoft = async (provider: Provider, key: KeyObject, faults: IdentityFaults): Promise<void> => {
  const { rewriteIdToken } = await import('./idTokens');
  provider.use(async (context: KoaContextWithOIDC, next: () => Promise<unknown>) => {
    await next();
    // Where another part of the server answers there is no operation of the protocol.
    const { oidc }: Partial<KoaContextWithOIDC> = context;
    const objectId = oidc?.entities.Account?.accountId;
    if (oidc?.route !== 'token' || context.status !== 200 || objectId === undefined) return;
    const answer = tokenAnswerSchema.parse(context.body);
    const isRenewed = oidc.params?.['grant_type'] === 'refresh_token';
    const info = JSON.stringify({ uid: objectId, utid: tenantId });
    context.body = {
      ...answer,
      id_token: await rewriteIdToken(answer.id_token, isRenewed, key, faults.current),
      client_info: Buffer.from(info).toString('base64url'),
    };
  });
};

/** The tenant's OpenID provider, as close to Microsoft's as its client library needs. */
export const createProvider = async (issuer: string, faults: IdentityFaults): Promise<Provider> => {
  const key = await providerSigningKey();
  const { interactionPolicy, Provider } = await import('oidc-provider');
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  // A native client would otherwise be asked for consent each time.
  policy.get('consent')?.checks.remove('native_client_prompt');
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [toJwk(key)] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: offeredScopes,
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
  await answerLikeMicrosoft(provider, key, faults);
  return provider;
};
