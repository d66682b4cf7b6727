import { z } from 'zod';
import { emailSchema, identifierSchema, instantSchema } from './primitives';

/** A token is opaque to the client: visible ASCII, at most 4 KiB. */
export const tokenSchema = z.string().regex(/^[\x21-\x7E]{16,4096}$/);

/** A password being typed in: any characters, bounded so that nobody makes the platform hash a novel. */
export const passwordInputSchema = z.string().min(1).max(256);

export const loginOptionsSchema = z.object({
  password: z.boolean(),
  microsoft: z.boolean(),
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

export const credentialsSchema = z.object({ email: emailSchema, password: passwordInputSchema });

export type LoginOptions = z.infer<typeof loginOptionsSchema>;
export type Tokens = z.infer<typeof tokensSchema>;
export type Credentials = z.infer<typeof credentialsSchema>;
