import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { MicrosoftProvider } from '../auth/microsoftProvider';

export interface TestProvider extends MicrosoftProvider {
  /** Signs an ID token of Fernanda's, issued `now` and good for an hour, with other claims where they are given. */
  issue(now: number, claims?: Readonly<Record<string, unknown>>): Promise<string>;
}

const tenantId = 'tenant';
const issuer = `https://localhost/${tenantId}/v2.0`;
const clientId = 'client';

/** As much of an identity provider as the platform knows of it, without a server. */
export const createTestProvider = async (algorithm: 'RS256' | 'ES256' | 'RS512' = 'ES256'): Promise<TestProvider> => {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: algorithm, kid: 'key' }] });
  return {
    application: { authority: `https://localhost/${tenantId}`, clientId, scopes: ['openid'] },
    tenantId,
    issuer,
    loadKeys: async () => keys,
    issue: (now, claims = {}) => {
      const iat = Math.floor(now / 1000);
      const fernanda = { oid: 'object-of-fernanda', preferred_username: 'fernanda.lima@boreal.example' };
      const all = { iss: issuer, aud: clientId, tid: tenantId, ...fernanda, iat, exp: iat + 3600, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: algorithm, kid: 'key' }).sign(privateKey);
    },
  };
};
