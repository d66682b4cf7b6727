import { ObservableState, type Observable } from '../base/observable';
import type { Logger } from '../logging/logger';
import { MemorySecretStore } from './memorySecretStore';
import type { SecretChange, SecretReading, SecretStore } from './secretStore';

export interface FallbackSecretStoreOptions {
  readonly keychain: SecretStore;
  readonly logger: Logger;
}

/**
 * Keeps a secret in the keychain or, where that refuses it, in memory: never in a file. Whether there is a keychain shows
 * at the first write, so that nobody waits for a probe at start.
 */
export class FallbackSecretStore implements SecretStore {
  readonly #keychain: SecretStore;
  readonly #memory = new MemorySecretStore();
  readonly #isPersistent = new ObservableState(true);
  readonly #logger: Logger;

  constructor({ keychain, logger }: FallbackSecretStoreOptions) {
    this.#keychain = keychain;
    this.#logger = logger;
  }

  /** True until a write has shown otherwise; true again once one succeeds. */
  get isPersistent(): Observable<boolean> {
    return this.#isPersistent;
  }

  async read(name: string): Promise<SecretReading> {
    const remembered = await this.#memory.read(name);
    return remembered.kind === 'found' ? remembered : this.#keychain.read(name);
  }

  async write(name: string, value: string): Promise<SecretChange> {
    const written = await this.#keychain.write(name, value);
    if (written.kind === 'failed') {
      this.#logger.warn('the keychain took no secret; it is kept in memory', { cause: written.cause });
      await this.#memory.write(name, value);
    } else {
      await this.#memory.delete(name);
    }
    this.#isPersistent.set(written.kind === 'done');
    return { kind: 'done' };
  }

  async delete(name: string): Promise<SecretChange> {
    // The keychain first: it waits for a write under way, which may yet turn to memory.
    const deleted = await this.#keychain.delete(name);
    await this.#memory.delete(name);
    if (deleted.kind === 'failed') this.#logger.warn('the keychain deleted no secret', { cause: deleted.cause });
    return deleted;
  }

  whenIdle(): Promise<void> {
    return this.#keychain.whenIdle();
  }
}
