import { pause, type Clock } from '../base/clock';

/** The keychain's service under which everything of this app stands. */
export const keychainService = 'Smartspace Desktop';

/** As much of keytar as is used. Each operation rejects where the keychain is locked, missing or broken. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Rejects where the native module or a library of the system's it needs can't be loaded. */
export type LoadKeychain = () => Promise<Keychain>;

/** keytar, loaded when it is first needed. */
export const loadKeytar: LoadKeychain = async () => {
  const module = await import('keytar');
  // A CommonJS module: bundlers and Node differ in whether its functions stand beside `default` or under it.
  return 'default' in module && isKeychain(module.default) ? module.default : module;
};

const isKeychain = (value: unknown): value is Keychain =>
  typeof value === 'object' && value !== null && 'getPassword' in value;

/** The keychain did not answer in time, for instance because a dialog of the system's waits behind other windows. */
export class KeychainTimeoutError extends Error {
  constructor() {
    super('the keychain did not answer in time');
    this.name = 'KeychainTimeoutError';
  }
}

/** @throws KeychainTimeoutError after `limit` milliseconds; what was asked for may still happen later */
export const withTimeLimit = async <Value>(clock: Clock, limit: number, operation: Promise<Value>): Promise<Value> => {
  const settled = new AbortController();
  const timeout = pause(clock, limit, settled.signal).then(() => {
    throw new KeychainTimeoutError();
  });
  try {
    return await Promise.race([operation, timeout]);
  } finally {
    // Whichever lost the race may still reject, and nobody listens to it any more.
    timeout.catch(() => undefined);
    operation.catch(() => undefined);
    settled.abort();
  }
};
