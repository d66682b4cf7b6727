import * as z from 'zod/mini';
import { emailSchema, identifierSchema, instantSchema } from './primitives';

/** A token is opaque to the client: visible ASCII, at most 4 KiB. */
export const tokenSchema = z.string().check(z.regex(/^[\x21-\x7E]{16,4096}$/));

/**
 * A password being typed in: any characters, bounded so that nobody makes the platform hash a novel. Keyboards differ in
 * how they compose an accented letter: in Unicode's form NFC it is the same password from all of them.
 */
export const passwordInputSchema = z.string().check(z.normalize('NFC'), z.minLength(1), z.maxLength(256));

/** What Microsoft's client library is configured with. `authority` is an https address, ending in the tenant. */
export const microsoftApplicationSchema = z.object({
  authority: z.url({ protocol: /^https$/ }).check(z.maxLength(512)),
  clientId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)),
  scopes: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(20)),
});

export const loginOptionsSchema = z.object({
  password: z.boolean(),
  /** Null: Microsoft is not offered. */
  microsoft: z.nullable(microsoftApplicationSchema),
  /** The agent's group manages its own accounts: no password here, and no reset. */
  selfManaged: z.boolean(),
});

/**
 * A session's tokens. The refresh token rotates: each use returns the next one, and using an old one again revokes the
 * whole family. Times are by the platform's clock; `serverTime` tells how far ours is from it.
 */
export const tokensSchema = z.object({
  sessionId: identifierSchema,
  accessToken: tokenSchema,
  accessTokenExpiresAt: instantSchema,
  refreshToken: tokenSchema,
  serverTime: instantSchema,
});

/** An ID token of Microsoft's: a signed JSON Web Token, at most 16 KiB. */
export const idTokenSchema = z.jwt().check(z.maxLength(16_384));

/** Where the agent goes after setting a password: into a session, or to the login. */
export const passwordSetSchema = z.discriminatedUnion('next', [
  z.object({ next: z.literal('session'), email: emailSchema, tokens: tokensSchema }),
  z.object({ next: z.literal('login'), email: emailSchema }),
]);

export const credentialsSchema = z.object({ email: emailSchema, password: passwordInputSchema });

export type MicrosoftApplication = z.infer<typeof microsoftApplicationSchema>;
export type LoginOptions = z.infer<typeof loginOptionsSchema>;
export type PasswordSet = z.infer<typeof passwordSetSchema>;
export type Tokens = z.infer<typeof tokensSchema>;
export type Credentials = z.infer<typeof credentialsSchema>;
