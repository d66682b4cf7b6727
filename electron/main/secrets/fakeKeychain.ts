import type { Keychain } from './keychain';

/** For tests: a keychain in memory that can break after any operation. */
export class FakeKeychain implements Keychain {
  readonly entries = new Map<string, string>();
  /** How many operations still work; afterwards each one rejects. */
  operationsLeft = Number.POSITIVE_INFINITY;
  /** Never answers from now on. */
  isHanging = false;
  operations = 0;

  async getPassword(_service: string, account: string): Promise<string | null> {
    await this.#step();
    return this.entries.get(account) ?? null;
  }

  async setPassword(_service: string, account: string, password: string): Promise<void> {
    await this.#step();
    this.entries.set(account, password);
  }

  async deletePassword(_service: string, account: string): Promise<boolean> {
    await this.#step();
    return this.entries.delete(account);
  }

  async #step(): Promise<void> {
    this.operations += 1;
    if (this.isHanging) await new Promise(() => undefined);
    if (this.operationsLeft <= 0) throw new Error('Cannot create an item in a locked collection');
    this.operationsLeft -= 1;
    await Promise.resolve();
  }
}
