import type { Tokens } from '../../../shared/platform/auth';

/** Where the refresh token outlives the app. Never throws: where it can't be kept, the vault says so to its owner. */
export interface RefreshTokenVault {
  /** Puts the next refresh token in the place of the one before. Resolves once it is kept as well as it can be. */
  replace(tokens: Pick<Tokens, 'refreshToken' | 'sessionId'>): Promise<void>;
}
