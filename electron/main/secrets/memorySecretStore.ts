import { ObservableState } from '../base/observable';
import type { SecretChange, SecretReading, SecretStore } from './secretStore';

/** For computers without a keychain: secrets last as long as the app runs. */
export class MemorySecretStore implements SecretStore {
  readonly isPersistent = new ObservableState(false);
  readonly #secrets = new Map<string, string>();

  read(name: string): Promise<SecretReading> {
    const value = this.#secrets.get(name);
    return Promise.resolve(value === undefined ? { kind: 'absent' } : { kind: 'found', value });
  }

  write(name: string, value: string): Promise<SecretChange> {
    this.#secrets.set(name, value);
    return Promise.resolve({ kind: 'done' });
  }

  delete(name: string): Promise<SecretChange> {
    this.#secrets.delete(name);
    return Promise.resolve({ kind: 'done' });
  }

  whenIdle(): Promise<void> {
    return Promise.resolve();
  }
}
