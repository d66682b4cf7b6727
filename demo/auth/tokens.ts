import { createHash, randomBytes } from 'node:crypto';

/** A new opaque token. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** All of a token that the platform keeps. Tokens are random and long, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
