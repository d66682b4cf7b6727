import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../lib/places.mjs';
import { run } from '../lib/processes.mjs';
import { Explained, say } from '../lib/say.mjs';
import { ensureFallbackElectron, hasFallback } from './fallbackElectron.mjs';

const pinned = path.join(root, 'node_modules', 'electron');
const probeMilliseconds = 3_000;

/** The answer for this run: a later run may find GitHub reachable again. @type {Promise<string> | undefined} */
let answer;

/**
 * Makes sure that there is an Electron to run: the pinned one where it is or can be fetched, else the fallback.
 *
 * @returns {Promise<string>} the path of the executable
 */
export function ensureElectron() {
  answer ??= find();
  return answer;
}

/**
 * What electron-vite, electron-builder and the `electron` command need to use the same Electron.
 *
 * @param {string} executable
 * @returns {Record<string, string>}
 */
export function electronEnvironment(executable) {
  // On macOS the executable lies deep inside the app's bundle, and there the pinned one is always in use.
  const override =
    path.basename(path.dirname(executable)) === 'MacOS'
      ? {}
      : { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(executable) };
  return { SMARTSPACE_ELECTRON: executable, ...override };
}

async function find() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const executable = path.join(override, executableName());
    if (!existsSync(executable))
      throw new Explained(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`);
    return executable;
  }
  if (!existsSync(pinned)) throw new Explained('The npm package electron is missing: run `npm ci` first.');
  return (await pinnedExecutable()) ?? (await fetchPinned()) ?? (await fallback());
}

/**
 * @param {string} executable
 * @returns {boolean} whether it is the one that package.json pins
 */
export function isPinned(executable) {
  return executable.startsWith(path.join(pinned, 'dist') + path.sep);
}

async function pinnedExecutable() {
  const name = await readFile(path.join(pinned, 'path.txt'), 'utf8').catch(() => executableName());
  const executable = path.join(pinned, 'dist', name);
  return existsSync(executable) ? executable : undefined;
}

async function fetchPinned() {
  if (!(await electronIsReachable())) return undefined;
  say('Fetching the pinned Electron …');
  // Its installer writes to stdout, which is not its own here.
  const code = await run(process.execPath, [path.join(pinned, 'install.js')], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (code !== 0) say('The pinned Electron could not be fetched.');
  return code === 0 ? pinnedExecutable() : undefined;
}

/** Asks quickly before Electron's installer, which would try for minutes. */
function electronIsReachable() {
  const named = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY'];
  // Somebody set another way up on purpose; a look at GitHub would say nothing about it.
  if (named.some((variable) => process.env[variable])) return Promise.resolve(true);
  return canReachGitHub();
}

/** @returns {Promise<boolean>} */
export async function canReachGitHub() {
  try {
    await fetch('https://github.com', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(probeMilliseconds),
    });
    return true;
  } catch {
    return false;
  }
}

async function fallback() {
  if (hasFallback()) return path.join(await ensureFallbackElectron(), 'electron');
  throw new Explained(
    'Electron cannot be fetched, because github.com cannot be reached. Run `npx install-electron` where it can,\n' +
      'set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron.',
  );
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
