import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions } from './app';

/** Where an app started with `managedBy` reads its policies. */
export const policyFileIn = (profile: string): string => path.join(profile, 'managed', 'policies.json');

/**
 * Writes policies as the administrator would, for an app that reads them from there.
 *
 * @param mode of the file
 */
export const managedBy = async (
  profile: string,
  policies: Readonly<Record<string, unknown>>,
  mode = 0o644,
): Promise<Pick<LaunchOptions, 'env'>> => {
  const file = policyFileIn(profile);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o755 });
  await writeFile(file, JSON.stringify(policies));
  await chmod(file, mode);
  return { env: { SMARTSPACE_TEST_POLICIES: file } };
};
