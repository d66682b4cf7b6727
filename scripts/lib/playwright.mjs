import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { endToEndReport } from './counts.mjs';
import { atEnd } from './entry.mjs';
import { results, root } from './places.mjs';
import { run } from './processes.mjs';
import { tools } from './tools.mjs';

/** How many apps are tested side by side: an app mostly waits, but two keep both cores of a small machine busy. */
export const workers = Math.min(2, availableParallelism());

/**
 * Runs the end-to-end tests. The JSON report comes on top of what the person asked for or sees by default.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} parameters
 * @returns {Promise<number>} the exit code
 */
export async function playwright(env, parameters) {
  await mkdir(results, { recursive: true });
  await rm(endToEndReport, { force: true });
  // Chromium's own in it, one for each start, is left behind by every app that a test kills.
  const temporary = await mkdtemp(path.join(tmpdir(), 'e2e-'));
  atEnd(() => rm(temporary, { recursive: true, force: true, maxRetries: 3 }));
  return run(process.execPath, [tools.playwright, 'test', '-c', 'e2e/playwright.config.ts', ...completed(parameters)], {
    cwd: root,
    // Not Playwright's own: what it has compiled is to outlast the run.
    env: { ...env, SMARTSPACE_TEMPORARY_FOLDER: temporary, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
  });
}

/**
 * The tests on the built app are one project, those on the packaged app another, and the screenshots a third. Without a word
 * on it, the tests are meant: all of them, or of those that are named the ones on the built app.
 *
 * @param {readonly string[]} parameters
 * @returns {string[]}
 */
export function completed(parameters) {
  const projects = ['--project=app', ...(wantsPackage(parameters) ? ['--project=packaged'] : [])];
  return [...(namesProject(parameters) ? [] : projects), ...reporting(parameters)];
}

/**
 * Whether a run takes the packaged app, which only Linux has as a folder whose executable may be changed for the tests.
 *
 * @param {readonly string[]} parameters
 * @param {string} [platform]
 * @returns {boolean}
 */
export function wantsPackage(parameters, platform = process.platform) {
  if (platform !== 'linux') return false;
  return parameters.length === 0 || parameters.join(' ').includes('--project=packaged');
}

/** @param {readonly string[]} parameters */
const namesProject = (parameters) => parameters.some((parameter) => parameter.startsWith('--project'));

/**
 * Adds the JSON report to the reporters that the parameters name.
 *
 * @param {readonly string[]} parameters
 * @returns {string[]}
 */
export function reporting(parameters) {
  const at = parameters.findIndex((parameter) => parameter === '--reporter' || parameter.startsWith('--reporter='));
  if (at < 0) return ['--reporter=list,json', ...parameters];
  const last = parameters[at] === '--reporter' ? at + 1 : at;
  return parameters.map((parameter, index) => (index === last ? `${parameter},json` : parameter));
}
