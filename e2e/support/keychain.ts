import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';

const service = 'Smartspace Desktop';

const loadKeytar = () => import('keytar').then((module) => ('default' in module ? module.default : module));

/** The heads of all that the app may keep of a profile; the parts of each say its name and go by its generation. */
const headsOf = (profile: string): readonly string[] => {
  const scope = createHash('sha256').update(path.resolve(profile)).digest('hex').slice(0, 12);
  return ['session', 'microsoft', 'drafts'].map((name) => `${name}-${scope}`);
};

const journalOf = (head: string): string => `${head}.journal`;

const headSchema = z.object({ generation: z.string(), count: z.number() });

/**
 * The names of what the keychain holds of a profile: of each secret its head, and the journal that stays until the last
 * of its parts is gone. They are asked for by name: listing them ends this process where another test deletes one.
 */
export const keychainEntries = async (profile: string): Promise<readonly string[]> => {
  const keytar = await loadKeytar();
  const found: string[] = [];
  for (const account of headsOf(profile).flatMap((head) => [head, journalOf(head)])) {
    if ((await keytar.getPassword(service, account)) !== null) found.push(account);
  }
  return found;
};

/** Takes out of the keychain what a profile leaves in it: each secret in there makes every other one slower to write. */
export const clearKeychain = async (profile: string): Promise<void> => {
  const keytar = await loadKeytar();
  for (const head of headsOf(profile)) {
    const text = await keytar.getPassword(service, head);
    if (text === null) continue;
    const { generation, count } = headSchema.parse(JSON.parse(text));
    const parts = Array.from({ length: count }, (_, index) => `${head}.${generation}.${String(index)}`);
    for (const account of [...parts, journalOf(head), head]) await keytar.deletePassword(service, account);
  }
};
