import { createHash, randomBytes } from 'node:crypto';
import { pause, type Clock } from '../base/clock';
import { ObservableState } from '../base/observable';
import { headOf, joinChunks, parseHead, splitIntoChunks } from './chunks';
import { formatJournal, parseJournal, type Generation } from './journal';
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
 * that generation. So a crash at any point leaves the old value or the new one. Generations are random: a late call of an
 * earlier attempt can't disturb a later one. Which generations there may be stands in `name.journal` while a change is
 * under way, so that the next change clears up after a crash.
 *
 * The entries are never listed: keytar brings the app down where one of them is deleted meanwhile, by whomever.
 */
export class KeychainSecretStore implements SecretStore {
  readonly isPersistent = new ObservableState(true);
  readonly #options: KeychainSecretStoreOptions;
  readonly #scope: string;
  #queue: Promise<unknown> = Promise.resolve();
  #keychain: Promise<Keychain> | undefined;

  constructor(options: KeychainSecretStoreOptions) {
    this.#options = options;
    this.#scope = createHash('sha256').update(options.scope).digest('hex').slice(0, 12);
  }

  read(name: string): Promise<SecretReading> {
    return this.#inTurn(async () => {
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
    return this.#inTurn(() =>
      this.#change(async () => {
        const account = this.#accountOf(name);
        const earlier = await this.#generationsOf(account);
        const generation = randomBytes(6).toString('hex');
        const chunks = splitIntoChunks(value);
        await this.#set(journalOf(account), formatJournal([...earlier, { generation, count: chunks.length }]));
        for (const [index, chunk] of chunks.entries()) await this.#set(chunkOf(account, generation, index), chunk);
        await this.#set(account, JSON.stringify(headOf(generation, chunks)));
        await this.#sweep(account, earlier);
      }),
    );
  }

  delete(name: string): Promise<SecretChange> {
    return this.#inTurn(() =>
      this.#change(async () => {
        const account = this.#accountOf(name);
        const earlier = await this.#generationsOf(account);
        if (earlier.length > 0) await this.#set(journalOf(account), formatJournal(earlier));
        await this.#remove(account);
        await this.#sweep(account, earlier);
      }),
    );
  }

  async whenIdle(): Promise<void> {
    let seen: Promise<unknown>;
    do {
      seen = this.#queue;
      await seen;
    } while (seen !== this.#queue);
  }

  async #readOnce(
    account: string,
  ): Promise<
    Exclude<SecretReading, { kind: 'unreadable' }> | { kind: 'unreadable'; cause: string; isWorthRepeating: boolean }
  > {
    try {
      const text = await this.#get(account);
      if (text === null) return { kind: 'absent' };
      const head = parseHead(text);
      if (head === null) return { kind: 'unreadable', cause: 'damaged head', isWorthRepeating: false };
      const chunks: string[] = [];
      for (let index = 0; index < head.count; index += 1) {
        const chunk = await this.#get(chunkOf(account, head.generation, index));
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

  /** Every generation that may have entries: the one that counts, and what an interrupted change has left. */
  async #generationsOf(account: string): Promise<readonly Generation[]> {
    const head = parseHead((await this.#get(account)) ?? '');
    const left = parseJournal((await this.#get(journalOf(account))) ?? '');
    return head === null ? left : [...left.filter(({ generation }) => generation !== head.generation), head];
  }

  /** The change counts by now, so a failure here only leaves litter, which the journal names for next time. */
  async #sweep(account: string, generations: readonly Generation[]): Promise<void> {
    try {
      for (const { generation, count } of generations) {
        for (let index = 0; index < count; index += 1) await this.#remove(chunkOf(account, generation, index));
      }
      await this.#remove(journalOf(account));
    } catch {
      // Nothing to do: the next change sweeps again.
    }
  }

  #get(account: string): Promise<string | null> {
    return this.#call((keychain) => keychain.getPassword(keychainService, account));
  }

  #set(account: string, text: string): Promise<void> {
    return this.#call((keychain) => keychain.setPassword(keychainService, account, text));
  }

  #remove(account: string): Promise<boolean> {
    return this.#call((keychain) => keychain.deletePassword(keychainService, account));
  }

  async #call<Value>(operation: (keychain: Keychain) => Promise<Value>): Promise<Value> {
    this.#keychain ??= this.#options.load();
    const keychain = await this.#keychain;
    return withTimeLimit(this.#options.clock, callTimeLimit, operation(keychain));
  }

  /** Profiles share the service but no account: `name-<hash of the profile>`. Names have no dot; their chunks and journals do. */
  #accountOf(name: string): string {
    return `${name}-${this.#scope}`;
  }

  /** One thing after the other, whatever it is about: native keychains do not all like to be asked twice at a time. */
  #inTurn<Value>(operation: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(operation);
    this.#queue = turn;
    return turn;
  }
}

const journalOf = (account: string): string => `${account}.journal`;
const chunkOf = (account: string, generation: string, index: number): string => `${account}.${generation}.${index}`;

/** The keychain's words, bounded. They name entries and buses, never values. */
const causeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
