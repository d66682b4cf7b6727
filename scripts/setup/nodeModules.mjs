import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../lib/lock.mjs';
import { runNpm } from '../lib/npm.mjs';
import { lockFor, root } from '../lib/places.mjs';
import { Explained, say } from '../lib/say.mjs';

/**
 * @typedef {{version?: string, resolved?: string, integrity?: string, optional?: boolean, link?: boolean}} Package
 * @typedef {Record<string, Package>} Packages
 */

/** Runs `npm ci` where node_modules is missing or is not what package-lock.json says. */
export async function ensureNodeModules() {
  if (await isFresh()) return;
  await withLock(lockFor('node-modules'), async () => {
    // Another run may have done it while this one waited.
    if (await isFresh()) return;
    say('Installing the npm packages (npm ci) …');
    const code = await runNpm(['ci', '--no-progress'], { cwd: root });
    if (code !== 0) throw new Explained('npm ci failed, see above. Is the npm registry reachable?');
  });
}

/**
 * npm writes node_modules/.package-lock.json as its last step, with what is really installed. Comparing with that
 * notices an `npm ci` that was cut short as well as a pull that changed package-lock.json, and accepts what somebody
 * installed by hand.
 */
async function isFresh() {
  const wanted = await packagesOf(path.join(root, 'package-lock.json'));
  if (!wanted) throw new Explained('package-lock.json is missing or unreadable.');
  const installed = await packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  return installed !== undefined && matches(wanted, installed);
}

/**
 * @param {Packages} wanted
 * @param {Packages} installed
 * @returns {boolean}
 */
export function matches(wanted, installed) {
  for (const [place, description] of Object.entries(wanted)) {
    if (place === '') continue;
    const present = installed[place];
    // Optional packages for other systems are left out by npm.
    if (!present && !description.optional) return false;
    if (present && (present.version !== description.version || present.integrity !== description.integrity))
      return false;
  }
  return Object.keys(installed).every((place) => place in wanted);
}

/**
 * @param {string} file
 * @returns {Promise<Packages | undefined>}
 */
async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
