import { z } from 'zod';
import { tokenSchema, type Tokens } from '../../../shared/platform/auth';
import { emailSchema, identifierSchema } from '../../../shared/platform/primitives';
import type { RefreshTokenVault } from '../auth/refreshTokenVault';
import type { Observable } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { SecretStore } from '../secrets/secretStore';

const secretName = 'session';

const storedSessionSchema = z.object({
  v: z.literal(1),
  refreshToken: tokenSchema,
  sessionId: identifierSchema,
  email: emailSchema,
  /** The platform that gave the token: no other one ever gets to see it. */
  platformOrigin: z.string(),
});

export type StoredSession = z.infer<typeof storedSessionSchema>;

export type VaultReading =
  | { readonly kind: 'found'; readonly session: StoredSession }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

export interface SessionVaultOptions {
  readonly store: SecretStore;
  readonly platformOrigin: string;
  readonly logger: Logger;
}

/** The stored login: what lets the app log in by itself after a restart. */
export class SessionVault implements RefreshTokenVault {
  readonly #options: SessionVaultOptions;
  /** Whose login the next refresh token belongs to. */
  #email: string | undefined;

  constructor(options: SessionVaultOptions) {
    this.#options = options;
  }

  /** Whether the login survives a restart. */
  get isPersistent(): Observable<boolean> {
    return this.#options.store.isPersistent;
  }

  async read(): Promise<VaultReading> {
    const { store, platformOrigin, logger } = this.#options;
    const reading = await store.read(secretName);
    if (reading.kind === 'absent') return reading;
    if (reading.kind === 'unreadable') {
      logger.warn('the stored login could not be read', { cause: reading.cause });
      return { kind: 'unreadable' };
    }
    const parsed = storedSessionSchema.safeParse(parseJson(reading.value));
    if (!parsed.success) {
      logger.warn('the stored login is in no form this version knows');
      return { kind: 'absent' };
    }
    if (parsed.data.platformOrigin !== platformOrigin) {
      logger.info('the stored login is for another platform');
      return { kind: 'absent' };
    }
    this.#email = parsed.data.email;
    return { kind: 'found', session: parsed.data };
  }

  /** Keeps a fresh login in the place of any other. */
  async store(email: string, tokens: Pick<Tokens, 'refreshToken' | 'sessionId'>): Promise<void> {
    this.#email = email;
    await this.replace(tokens);
  }

  async replace({ refreshToken, sessionId }: Pick<Tokens, 'refreshToken' | 'sessionId'>): Promise<void> {
    const { store, platformOrigin } = this.#options;
    if (this.#email === undefined) return;
    const session: StoredSession = { v: 1, refreshToken, sessionId, email: this.#email, platformOrigin };
    await store.write(secretName, JSON.stringify(session));
  }

  async delete(): Promise<void> {
    this.#email = undefined;
    await this.#options.store.delete(secretName);
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
