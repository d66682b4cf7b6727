import * as z from 'zod/mini';
import { tokenSchema, type Tokens } from '../../../shared/platform/auth';
import { emailSchema, identifierSchema } from '../../../shared/platform/primitives';
import type { RefreshTokenVault } from '../auth/refreshTokenVault';
import type { Observable } from '../base/observable';
import type { Logger } from '../logging/logger';
import { microsoftSecretName } from '../microsoft/tokenCache';
import type { SecretStore } from '../secrets/secretStore';

const secretName = 'session';

const storedSessionSchema = z.object({
  v: z.literal(1),
  refreshToken: tokenSchema,
  sessionId: identifierSchema,
  email: emailSchema,
  /** What the agent logged in with: Microsoft renews a login that has expired. Versions without it knew passwords only. */
  origin: z._default(z.enum(['password', 'microsoft']), 'password'),
  /** The platform that gave the token: no other one ever gets to see it. */
  platformOrigin: z.string(),
});

export type StoredSession = z.infer<typeof storedSessionSchema>;

/** Whose login it is, and what it was logged in with. */
export type LoginOwner = Readonly<Pick<StoredSession, 'email' | 'origin'>>;

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
  #owner: LoginOwner | null = null;

  constructor(options: SessionVaultOptions) {
    this.#options = options;
  }

  /** Whether the login survives a restart. */
  get isPersistent(): Observable<boolean> {
    return this.#options.store.isPersistent;
  }

  /** Null before a login has been read or stored, and once it has been deleted. */
  get owner(): LoginOwner | null {
    return this.#owner;
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
    const { email, origin } = parsed.data;
    this.#owner = { email, origin };
    return { kind: 'found', session: parsed.data };
  }

  /** Keeps a fresh login in the place of any other. */
  async store(owner: LoginOwner, tokens: Pick<Tokens, 'refreshToken' | 'sessionId'>): Promise<void> {
    this.#owner = owner;
    await this.replace(tokens);
  }

  async replace({ refreshToken, sessionId }: Pick<Tokens, 'refreshToken' | 'sessionId'>): Promise<void> {
    const { store, platformOrigin } = this.#options;
    if (this.#owner === null) return;
    const session: StoredSession = { v: 1, refreshToken, sessionId, ...this.#owner, platformOrigin };
    await store.write(secretName, JSON.stringify(session));
  }

  /** Leaves nothing that could log anybody in, Microsoft's account included. */
  async delete(): Promise<void> {
    const { store } = this.#options;
    this.#owner = null;
    await Promise.all([store.delete(secretName), store.delete(microsoftSecretName)]);
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
