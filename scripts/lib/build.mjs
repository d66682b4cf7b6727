import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { lockFor, root } from './places.mjs';
import { Explained, say } from './say.mjs';

/** What the build reads. package.json is in it for the app's version. */
const sources = [
  'electron',
  'shared',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

const output = path.join(root, 'out');
const stamp = path.join(output, '.built-from');

/** Builds the app into out/ where its sources changed since the last build. */
export async function ensureBuild() {
  if (await isCurrent()) return;
  await withLock(lockFor('build'), async () => {
    // Another run may have built it while this one waited.
    if (await isCurrent()) return;
    // Taken before the build: a file saved while it runs makes the result stale, as it should.
    const hash = await sourceHash();
    // Without its stamp, a build that fails half-way is not taken for a good one.
    await rm(stamp, { force: true });
    say('Building the app …');
    const code = await runNpm(['run', '--silent', 'build'], { cwd: root });
    if (code !== 0) throw new Explained('The build failed, see above.');
    await mkdir(output, { recursive: true });
    await writeFile(stamp, hash);
  });
}

async function isCurrent() {
  const built = await readFile(stamp, 'utf8').catch(() => undefined);
  if (built === undefined) return false;
  const { main } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  return existsSync(path.join(root, main)) && built === (await sourceHash());
}

const sourceHash = () => hashFiles(sources);

/**
 * @param {readonly string[]} places files and folders, from the root; may be missing
 * @returns {Promise<string>} changes with any of them
 */
export async function hashFiles(places) {
  const hash = createHash('sha256');
  for (const source of places) {
    for (const file of await filesOf(path.join(root, source))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder; may be missing
 * @returns {Promise<string[]>} in a stable order, without unit tests, which are not built
 */
async function filesOf(place) {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return existsSync(place) ? [place] : [];
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
