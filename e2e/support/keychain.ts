import { createHash } from 'node:crypto';
import path from 'node:path';
import { systemClock } from '../../electron/main/base/clock';
import { keychainService, loadKeytar } from '../../electron/main/secrets/keychain';
import { KeychainSecretStore } from '../../electron/main/secrets/keychainSecretStore';

/** What the app keeps in the keychain, by its names. */
const names = ['session', 'microsoft', 'drafts'];

/**
 * The names of what the keychain holds of a profile: of each secret its head, and the journal that stays until the last
 * of its parts is gone. They are asked for by name: listing them ends this process where another test deletes one.
 */
export const keychainEntries = async (profile: string): Promise<readonly string[]> => {
  const { getPassword } = await loadKeytar();
  const scope = createHash('sha256').update(path.resolve(profile)).digest('hex').slice(0, 12);
  const heads = names.map((name) => `${name}-${scope}`);
  const found: string[] = [];
  for (const account of heads.flatMap((head) => [head, `${head}.journal`])) {
    if ((await getPassword(keychainService, account)) !== null) found.push(account);
  }
  return found;
};

/** Takes out of the keychain what a profile leaves in it: each secret in there makes every other one slower to write. */
export const clearKeychain = async (profile: string): Promise<void> => {
  const store = new KeychainSecretStore({ load: loadKeytar, scope: path.resolve(profile), clock: systemClock });
  for (const name of names) await store.delete(name);
};
