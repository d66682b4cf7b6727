import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFiles } from './build.mjs';
import { withLock } from './lock.mjs';
import { lockFor, root } from './places.mjs';
import { capture } from './processes.mjs';
import { Explained, say } from './say.mjs';
import { typescript } from './tools.mjs';

/** What decides about a package, besides the Electron in it. */
const sources = [
  'out/.built-from',
  'packaging',
  'build',
  'resources',
  'electron-builder.ts',
  'package.json',
  'package-lock.json',
  'scripts/lib/package.mjs',
];

const output = path.join(root, 'dist', 'tested');
const stamp = path.join(output, '.packed-from');
const executableName = 'smartspace-desktop';

/**
 * Packs the built app with the Electron in use, where something has changed since, twice: as it is released, and with the
 * one fuse turned that keeps debuggers out, which the end-to-end tests come in by.
 *
 * @param {string} electron the executable
 * @returns {Promise<Record<string, string>>} for the environment: where the package is
 */
export async function ensureTestedPackage(electron) {
  const released = path.join(output, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
  const inspectable = path.join(output, 'inspectable');
  const env = {
    SMARTSPACE_PACKAGE: released,
    SMARTSPACE_PACKAGE_EXECUTABLE: path.join(released, executableName),
    SMARTSPACE_INSPECTABLE_EXECUTABLE: path.join(inspectable, executableName),
  };
  await withLock(lockFor('package'), async () => {
    const hash = createHash('sha256')
      .update(electron)
      .update(await hashFiles(sources))
      .digest('hex');
    if ((await readFile(stamp, 'utf8').catch(() => '')) === hash && existsSync(inspectable)) return;
    await rm(output, { recursive: true, force: true, maxRetries: 3 });
    say('Packing the app …');
    await pack(electron, ['dir', 'tar.gz'], { output });
    await makeInspectable(released, inspectable);
    await writeFile(stamp, hash);
  });
  return env;
}

/**
 * Runs electron-builder with the Electron in use.
 *
 * @param {string} electron the executable
 * @param {readonly string[]} targets
 * @param {{output: string}} options
 */
async function pack(electron, targets, { output: folder }) {
  const archiver = await findArchiver();
  const available = archiver ? targets : targets.filter((target) => target !== 'tar.gz');
  const machine = JSON.stringify({
    system: process.platform,
    canReachGitHub: false,
    hasPinnedElectron: false,
    hasArchiver: Boolean(archiver),
  });
  const parameters = ['--quiet', '--machine', machine, '--output', path.relative(root, folder), ...available];
  const { code, output: said } = await capture(process.execPath, typescript('packaging/main.ts', parameters), {
    cwd: root,
    env: { ...process.env, ...(await developmentElectron(electron)), ELECTRON_BUILDER_7ZIP_PATH: archiver ?? '' },
  });
  if (code !== 0) throw new Explained(`${said}\nPacking the app failed, see above.`);
}

/**
 * What makes packages with this very Electron, marked as being for development only.
 *
 * @param {string} electron the executable
 * @returns {Promise<Record<string, string>>}
 */
export async function developmentElectron(electron) {
  const folder = path.dirname(electron);
  const version = (await readFile(path.join(folder, 'version'), 'utf8')).trim().replace(/^v/, '');
  return {
    SMARTSPACE_PACKAGE_ELECTRON: folder,
    SMARTSPACE_PACKAGE_ELECTRON_VERSION: version,
    // Nobody downloads these, and pressing them as small as a release takes minutes.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
  };
}

/** @returns {Promise<string | undefined>} the path of 7-Zip, which electron-builder would fetch from GitHub otherwise */
export async function findArchiver() {
  const named = process.env['ELECTRON_BUILDER_7ZIP_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .flatMap((folder) => ['7za', '7z', '7zz'].map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

/**
 * @param {string} released
 * @param {string} inspectable
 */
async function makeInspectable(released, inspectable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await cp(released, inspectable, { recursive: true });
  const executable = path.join(inspectable, executableName);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
