import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { undecidedFuses } from './fuses';
import type { PackageFacts } from './packageFacts';
import { missingRequirements } from './requirements';
import type { PackagePlatform } from './requirements';

/** What an unpacked Electron holds that is no part of an app: its own app, and the stamps of how it got there. */
const leftovers = ['resources/default_app.asar', 'default-app.sha256', 'version'];

const platforms: readonly PackagePlatform[] = ['win32', 'darwin', 'linux'];

const platformOf = (name: string): PackagePlatform => {
  const platform = platforms.find((known) => known === name);
  if (platform === undefined) throw new Error(`There are no packages for ${name}.`);
  return platform;
};

/** Fails a build that lacks something before any work is done. */
export const createBeforePack =
  (facts: PackageFacts) =>
  ({ electronPlatformName }: Pick<AfterPackContext, 'electronPlatformName'>): Promise<void> => {
    const missing = missingRequirements(platformOf(electronPlatformName), facts, process.env);
    return missing.length === 0 ? Promise.resolve() : Promise.reject(new Error(missing.join('\n')));
  };

/**
 * The executable that holds the fuses, before electron-builder flips them.
 *
 * @param folder what was packed
 * @param name the executable's name, without what the system adds
 */
export const fusedFile = (folder: string, platform: PackagePlatform, name: string): string => {
  const endings = { win32: '.exe', darwin: '.app', linux: '' };
  return path.join(folder, `${name}${endings[platform]}`);
};

/** The fuse wire of a binary: the states by index. */
export const readFuseWire = async (file: string): Promise<ReadonlyMap<number, string>> => {
  const { version: _version, ...states } = await getCurrentFuseWire(file);
  return new Map(Object.entries(states).map(([index, state]) => [Number(index), String.fromCharCode(Number(state))]));
};

/** Takes out what is no part of the app, and fails the build if Electron has a fuse that nobody has decided about. */
export const afterPack = async ({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> => {
  const platform = platformOf(electronPlatformName);
  if (platform !== 'darwin') {
    for (const leftover of leftovers) await rm(path.join(appOutDir, leftover), { force: true });
  }
  const name = platform === 'linux' ? packager.appInfo.linuxPackageName : packager.appInfo.productFilename;
  const file = fusedFile(appOutDir, platform, name);
  await access(file);
  const undecided = undecidedFuses(await readFuseWire(file));
  if (undecided.length > 0) throw new Error(undecided.join('\n'));
};
