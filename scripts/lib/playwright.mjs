import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { endToEndReport } from './counts.mjs';
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
  return run(process.execPath, [tools.playwright, 'test', '-c', 'e2e/playwright.config.ts', ...completed(parameters)], {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
  });
}

/**
 * The tests are one project and the screenshots another: without a word on it, the tests are meant.
 *
 * @param {readonly string[]} parameters
 * @returns {string[]}
 */
export function completed(parameters) {
  const names = parameters.some((parameter) => parameter.startsWith('--project'));
  return [...(names ? [] : ['--project=app']), ...reporting(parameters)];
}

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
