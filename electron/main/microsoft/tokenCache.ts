import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import * as z from 'zod/mini';
import type { Logger } from '../logging/logger';
import type { SecretStore } from '../secrets/secretStore';

/** The account stands in the keychain under this name, beside the login that came of it. */
export const microsoftSecretName = 'microsoft';

const sectionSchema = z._default(z.record(z.string(), z.record(z.string(), z.unknown())), {});

/** The library's cache, as far as it is worth keeping: zod drops what is not named here, the access tokens among it. */
const cacheSchema = z.object({
  Account: sectionSchema,
  IdToken: sectionSchema,
  RefreshToken: sectionSchema,
  AppMetadata: sectionSchema,
});

/**
 * The cache without its access tokens: they last an hour, are asked for anew anyway, and would fill a keychain.
 *
 * @returns an empty text for anything that is no such cache; the library takes that for an empty one
 */
export const withoutAccessTokens = (text: string): string => {
  try {
    const parsed = cacheSchema.safeParse(JSON.parse(text));
    return parsed.success ? JSON.stringify(parsed.data) : '';
  } catch {
    return '';
  }
};

export interface MicrosoftTokenCacheOptions {
  readonly store: SecretStore;
  readonly logger: Logger;
}

/**
 * What Microsoft's library remembers of one account, for one operation of it. In memory until the sign-in has come to a
 * session; from then on every change is in the keychain before the library goes on.
 */
export class MicrosoftTokenCache implements ICachePlugin {
  readonly #options: MicrosoftTokenCacheOptions;
  #text = '';
  #isKept = false;

  constructor(options: MicrosoftTokenCacheOptions) {
    this.#options = options;
  }

  /** Goes on with what was kept. */
  async load(): Promise<void> {
    const { store, logger } = this.#options;
    const reading = await store.read(microsoftSecretName);
    if (reading.kind === 'unreadable') logger.warn("Microsoft's account could not be read", { cause: reading.cause });
    this.#text = reading.kind === 'found' ? withoutAccessTokens(reading.value) : '';
    this.#isKept = true;
  }

  /** Puts what there is in the place of whatever was kept, and keeps what comes. */
  async keep(): Promise<void> {
    this.#isKept = true;
    await this.#write();
  }

  beforeCacheAccess(context: TokenCacheContext): Promise<void> {
    context.tokenCache.deserialize(this.#text);
    return Promise.resolve();
  }

  async afterCacheAccess(context: TokenCacheContext): Promise<void> {
    if (!context.cacheHasChanged) return;
    this.#text = withoutAccessTokens(context.tokenCache.serialize());
    if (this.#isKept) await this.#write();
  }

  /** The store does one thing after the other under one name, so writes can't overtake each other. */
  async #write(): Promise<void> {
    await this.#options.store.write(microsoftSecretName, this.#text);
  }
}
