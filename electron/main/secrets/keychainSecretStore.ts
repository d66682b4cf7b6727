import { createHash, randomBytes } from 'node:crypto';
import { pause, type Clock } from '../base/clock';
import { ObservableState } from '../base/observable';
import { headOf, joinChunks, parseHead, splitIntoChunks } from './chunks';
import { keychainService, KeychainTimeoutError, withTimeLimit, type Keychain, type LoadKeychain } from './keychain';
import type { SecretChange, SecretReading, SecretStore } from './secretStore';

export interface KeychainSecretStoreOptions {
  readonly load: LoadKeychain;
  /** Tells this profile's secrets from another's on the same computer: the profile folder's path. */
  readonly scope: string;
  readonly clock: Clock;
}

/** How long one call of the keychain may take, in milliseconds. */
const callTimeLimit = 8_000;
/** Pauses before reading again what could not be read, in milliseconds. */
const readPauses = [200, 800];

/**
 * Secrets in the system's keychain, in entries small enough for each of them.
 *
 * A value stands in the entries `name.<generation>.0`, `.1`, … and counts once the head entry `name`, written last, names
 * that generation. So a crash at any point leaves the old value or the new one. Generations are random: nothing has to be
 * read to write, and a late call of an earlier attempt can't disturb a later one.
 */
export class KeychainSecretStore implements SecretStore {
  readonly isPersistent = new ObservableState(true);
  readonly #options: KeychainSecretStoreOptions;
  readonly #scope: string;
  readonly #queues = new Map<string, Promise<unknown>>();
  #keychain: Promise<Keychain> | undefined;

  constructor(options: KeychainSecretStoreOptions) {
    this.#options = options;
    this.#scope = createHash('sha256').update(options.scope).digest('hex').slice(0, 12);
  }

  read(name: string): Promise<SecretReading> {
    return this.#inTurn(name, async () => {
      const account = this.#accountOf(name);
      let reading = await this.#readOnce(account);
      for (const delay of readPauses) {
        if (reading.kind !== 'unreadable' || !reading.isWorthRepeating) break;
        await pause(this.#options.clock, delay);
        reading = await this.#readOnce(account);
      }
      return reading.kind === 'unreadable' ? { kind: 'unreadable', cause: reading.cause } : reading;
    });
  }

  write(name: string, value: string): Promise<SecretChange> {
    return this.#inTurn(name, () =>
      this.#change(async () => {
        const account = this.#accountOf(name);
        const generation = randomBytes(6).toString('hex');
        const chunks = splitIntoChunks(value);
        for (const [index, chunk] of chunks.entries()) {
          await this.#call((keychain) =>
            keychain.setPassword(keychainService, `${account}.${generation}.${index}`, chunk),
          );
        }
        const head = JSON.stringify(headOf(generation, chunks));
        await this.#call((keychain) => keychain.setPassword(keychainService, account, head));
        await this.#sweep(account, generation);
      }),
    );
  }

  delete(name: string): Promise<SecretChange> {
    return this.#inTurn(name, () =>
      this.#change(async () => {
        const account = this.#accountOf(name);
        await this.#call((keychain) => keychain.deletePassword(keychainService, account));
        await this.#sweep(account, null);
      }),
    );
  }

  async whenIdle(): Promise<void> {
    await Promise.all(this.#queues.values());
  }

  async #readOnce(
    account: string,
  ): Promise<
    Exclude<SecretReading, { kind: 'unreadable' }> | { kind: 'unreadable'; cause: string; isWorthRepeating: boolean }
  > {
    try {
      const text = await this.#call((keychain) => keychain.getPassword(keychainService, account));
      if (text === null) return { kind: 'absent' };
      const head = parseHead(text);
      if (head === null) return { kind: 'unreadable', cause: 'damaged head', isWorthRepeating: false };
      const chunks: string[] = [];
      for (let index = 0; index < head.count; index += 1) {
        const entry = `${account}.${head.generation}.${index}`;
        const chunk = await this.#call((keychain) => keychain.getPassword(keychainService, entry));
        if (chunk !== null) chunks.push(chunk);
      }
      const value = joinChunks(head, chunks);
      // Another process of the same profile may just be writing.
      if (value === null) return { kind: 'unreadable', cause: 'damaged value', isWorthRepeating: true };
      return { kind: 'found', value };
    } catch (error) {
      // A keychain that hangs is not asked again: each call might put up one more dialog.
      return { kind: 'unreadable', cause: causeOf(error), isWorthRepeating: !(error instanceof KeychainTimeoutError) };
    }
  }

  async #change(change: () => Promise<void>): Promise<SecretChange> {
    try {
      await change();
      return { kind: 'done' };
    } catch (error) {
      return { kind: 'failed', cause: causeOf(error) };
    }
  }

  /** Deletes every generation but one. The value is safe by now, so a failure here only leaves litter for next time. */
  async #sweep(account: string, generation: string | null): Promise<void> {
    try {
      const entries = await this.#call((keychain) => keychain.findCredentials(keychainService));
      const kept = generation === null ? null : `${account}.${generation}.`;
      for (const entry of entries) {
        const isChunk = entry.account.startsWith(`${account}.`);
        if (!isChunk || (kept !== null && entry.account.startsWith(kept))) continue;
        await this.#call((keychain) => keychain.deletePassword(keychainService, entry.account));
      }
    } catch {
      // Nothing to do: the next write sweeps again.
    }
  }

  async #call<Value>(operation: (keychain: Keychain) => Promise<Value>): Promise<Value> {
    this.#keychain ??= this.#options.load();
    const keychain = await this.#keychain;
    return withTimeLimit(this.#options.clock, callTimeLimit, operation(keychain));
  }

  /** Profiles share the service but no account: `name-<hash of the profile>`. Names have no dot, chunks do. */
  #accountOf(name: string): string {
    return `${name}-${this.#scope}`;
  }

  #inTurn<Value>(name: string, operation: () => Promise<Value>): Promise<Value> {
    const before = this.#queues.get(name) ?? Promise.resolve();
    const turn = before.then(operation);
    this.#queues.set(name, turn);
    return turn;
  }
}

/** The keychain's words, bounded. They name entries and buses, never values. */
const causeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
