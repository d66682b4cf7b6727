import { mkdir, rm } from 'node:fs/promises';
import { unitReport } from './counts.mjs';
import { captureNpm } from './npm.mjs';
import { results, root } from './places.mjs';

/**
 * Lint, types and unit tests side by side. Each one's output is printed whole when it ends, so that nothing mixes.
 *
 * @param {{integration?: boolean}} [extent] whether the tests with servers of their own are run too
 * @returns {Promise<boolean>} whether all is well
 */
export async function check({ integration = false } = {}) {
  await mkdir(results, { recursive: true });
  await rm(unitReport, { force: true });
  const projects = integration ? ['--project', 'integration'] : [];
  const report = ['--', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  // The longest first: it decides when all are done.
  const verdicts = await Promise.all([job('lint'), job('types'), job('unit', report)]);
  return verdicts.every(Boolean);
}

/**
 * @param {string} name
 * @param {readonly string[]} [parameters]
 */
async function job(name, parameters = []) {
  const start = performance.now();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const { code, output } = await captureNpm(['run', '--silent', name, ...parameters], {
    cwd: root,
    env: { ...process.env, ...colour },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const text = output.trimEnd();
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n${text ? `${text}\n` : ''}`);
  return code === 0;
}
