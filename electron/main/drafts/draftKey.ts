import { randomBytes } from 'node:crypto';
import type { Logger } from '../logging/logger';
import type { SecretStore } from '../secrets/secretStore';
import { keyLength } from './seal';

const secretName = 'drafts';

export interface DraftKeyOptions {
  readonly store: SecretStore;
  readonly logger: Logger;
}

/** The key that drafts are encrypted with. It stands in the keychain, and goes when the agent logs out. */
export class DraftKey {
  readonly #options: DraftKeyOptions;

  constructor(options: DraftKeyOptions) {
    this.#options = options;
  }

  /** The key, made anew where there is none. Null where it can't be kept or read: then nothing may go to the disk. */
  async obtain(): Promise<Buffer | null> {
    const { store, logger } = this.#options;
    const reading = await store.read(secretName);
    if (reading.kind === 'unreadable') {
      // A key that can't be read now may be readable tomorrow: it is not replaced, nor is what it has locked away.
      logger.warn('the key of the drafts could not be read; they stay in memory', { cause: reading.cause });
      return null;
    }
    const known = reading.kind === 'found' ? Buffer.from(reading.value, 'base64') : null;
    if (known?.length === keyLength) return store.isPersistent.value ? known : this.#refuse();
    if (known !== null) logger.warn('the key of the drafts is damaged; another one is made');
    const key = randomBytes(keyLength);
    const written = await store.write(secretName, key.toString('base64'));
    return written.kind === 'done' && store.isPersistent.value ? key : this.#refuse();
  }

  /** Whatever it has locked away stays so for ever. */
  async forget(): Promise<void> {
    await this.#options.store.delete(secretName);
  }

  #refuse(): null {
    this.#options.logger.warn('there is no keychain for the key of the drafts; they stay in memory');
    return null;
  }
}
