import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './places.mjs';

/** What Node loads TypeScript with; its path, because a bare name would be looked for from the current folder. */
const loader = pathToFileURL(path.join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

/**
 * Commands of installed packages are run by this Node directly: npx and the shells in between cost time on every call,
 * and pass signals on twice.
 */
export const tools = {
  playwright: path.join(root, 'node_modules', 'playwright', 'cli.js'),
};

/**
 * The parameters that make Node run a TypeScript file of this checkout.
 *
 * @param {string} file
 * @param {readonly string[]} [parameters]
 * @returns {string[]}
 */
export function typescript(file, parameters = []) {
  return ['--import', loader, path.join(root, ...file.split('/')), ...parameters];
}
