import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { minute } from '../base/instants';
import { ProblemError } from '../http/problemError';
import type { MicrosoftProvider } from './microsoftProvider';

const claimsSchema = z.object({
  /** Of the account: stays the same whatever else of it changes. */
  oid: z.string().min(1),
  tid: z.string(),
  /** Whom the account calls itself, an e-mail as a rule. Its holder may change it. */
  preferred_username: z.string(),
  /** In seconds since 1970. */
  iat: z.number(),
  exp: z.number(),
  nonce: z.string().optional(),
});

/** What a good ID token says. */
export type IdTokenClaims = Readonly<z.infer<typeof claimsSchema>>;

/** Never `none`, and nothing symmetric: the key that proves a token is public. */
const algorithms = ['RS256', 'ES256'];

/** How far Microsoft's clock may be from the platform's, in milliseconds. */
export const clockTolerance = minute;

export const tokenRefused = (): ProblemError => new ProblemError({ code: 'microsoft-refused', reason: 'token' });

/**
 * Proves that the provider signed an ID token for this application and tenant, and that its time is not over. Throws
 * `microsoft-refused`, or `unavailable` where the provider's keys can't be had.
 *
 * @param now in milliseconds since 1970
 */
export const verifyIdToken = async (
  idToken: string,
  provider: Pick<MicrosoftProvider, 'application' | 'tenantId' | 'issuer'>,
  keys: JWTVerifyGetKey,
  now: number,
): Promise<IdTokenClaims> => {
  const { errors, jwtVerify } = await import('jose');
  const findKey: JWTVerifyGetKey = async (...token) => {
    try {
      return await keys(...token);
    } catch (error) {
      const isAboutToken =
        error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      throw isAboutToken ? error : new ProblemError({ code: 'unavailable' });
    }
  };
  try {
    const { payload } = await jwtVerify(idToken, findKey, {
      algorithms,
      issuer: provider.issuer,
      audience: provider.application.clientId,
      currentDate: new Date(now),
      clockTolerance: clockTolerance / 1000,
    });
    const claims = claimsSchema.parse(payload);
    if (claims.tid !== provider.tenantId) throw tokenRefused();
    return claims;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof errors.JOSEError || error instanceof z.core.$ZodError) throw tokenRefused();
    throw error;
  }
};
