import { randomUUID, type KeyObject } from 'node:crypto';
import { decodeJwt, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { IdentityFault } from './identityFaults';
import { createSigningKey, signingKeyId } from './signingKey';

const sign = (claims: JWTPayload, key: KeyObject): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signingKeyId }).sign(key);

/** In seconds. */
const twoHours = 2 * 3600;

const twoHoursBefore = (time: number | undefined): number => (time ?? 0) - twoHours;

/** Signs an ID token that no platform may take, with the claims of a good one. */
type Spoiler = (claims: JWTPayload, key: KeyObject) => Promise<string>;

const spoilers: Partial<Readonly<Record<IdentityFault, Spoiler>>> = {
  'wrong-nonce': (claims, key) => sign({ ...claims, nonce: `another-${randomUUID()}` }, key),
  'wrong-tenant': (claims, key) => sign({ ...claims, tid: randomUUID() }, key),
  'wrong-audience': (claims, key) => sign({ ...claims, aud: randomUUID() }, key),
  'wrong-issuer': (claims, key) => sign({ ...claims, iss: `https://evil.example/${String(claims['tid'])}/v2.0` }, key),
  expired: (claims, key) => sign({ ...claims, iat: twoHoursBefore(claims.iat), exp: twoHoursBefore(claims.exp) }, key),
  'foreign-key': async (claims) => sign(claims, await createSigningKey()),
  unsigned: (claims) => Promise.resolve(new UnsecuredJWT(claims).encode()),
};

/**
 * An ID token as Microsoft would give it, or spoilt: one that was renewed without the person does not carry the nonce
 * of the sign-in, which the provider's library puts into each.
 */
export const rewriteIdToken = (
  idToken: string,
  isRenewed: boolean,
  key: KeyObject,
  fault: IdentityFault | null,
): Promise<string> => {
  const { nonce, ...others } = decodeJwt(idToken);
  const write = (fault && spoilers[fault]) ?? sign;
  return write(isRenewed || nonce === undefined ? others : { ...others, nonce }, key);
};
