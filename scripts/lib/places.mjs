import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Where test runs write their results. */
export const results = path.join(root, 'test-results');

/**
 * This user's cache folder. It lies outside the checkout, so that a fresh clone needs no second download.
 *
 * @returns {string}
 */
export function cacheFolder() {
  return path.join(userFolder('XDG_CACHE_HOME', '.cache', 'LOCALAPPDATA', 'Library/Caches'), 'smartspace-desktop');
}

/**
 * The app's profile while it is being developed, apart from the one of an installed app.
 *
 * @returns {string}
 */
export function developmentProfile() {
  const base = userFolder('XDG_CONFIG_HOME', '.config', 'APPDATA', 'Library/Application Support');
  return path.join(base, 'smartspace-desktop-development');
}

/**
 * A lock's path for a job that touches this checkout; outside of it, because the job may empty folders.
 *
 * @param {string} job
 * @returns {string}
 */
export function lockFor(job) {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return path.join(cacheFolder(), 'locks', `${job}-${checkout}.lock`);
}

/**
 * @param {string} variable the environment variable of the XDG base directory specification
 * @param {string} linux
 * @param {string} windowsVariable
 * @param {string} mac
 */
function userFolder(variable, linux, windowsVariable, mac) {
  const named = process.env[variable];
  // The specification says: a relative path in the variable counts as unset.
  if (named && path.isAbsolute(named)) return named;
  if (process.platform === 'win32') return process.env[windowsVariable] ?? path.join(homedir(), 'AppData', 'Local');
  return path.join(homedir(), process.platform === 'darwin' ? mac : linux);
}
