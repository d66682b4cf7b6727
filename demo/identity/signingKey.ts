import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';

export const signingKeyId = 'demo';

/** A new key to sign ID tokens with. */
export const createSigningKey = async (): Promise<KeyObject> =>
  (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey;

let providerKey: Promise<KeyObject> | undefined;

/** The key of every provider of this process: making one takes long, and none outlives it. */
export const providerSigningKey = (): Promise<KeyObject> => (providerKey ??= createSigningKey());

/** The key as the provider's library takes it. */
export const toJwk = (key: KeyObject): JWK => ({
  ...key.export({ format: 'jwk' }),
  kty: 'RSA',
  kid: signingKeyId,
  use: 'sig',
  alg: 'RS256',
});
