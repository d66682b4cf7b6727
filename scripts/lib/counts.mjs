import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { results } from './places.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

export const unitReport = path.join(results, 'unit.json');
export const endToEndReport = path.join(results, 'e2e.json');

/**
 * Reads vitest's JSON report.
 *
 * @param {string} [file]
 * @returns {Promise<Counts>}
 */
export async function unitCounts(file = unitReport) {
  const report = await read(file);
  // A run that ended without a report failed, and must not look like a run without tests.
  if (!report) return { passed: 0, failed: 1 };
  // A file that could not even be loaded holds no failed test; it counts as one.
  const broken = report.testResults.filter(
    (/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/**
 * Reads Playwright's JSON report. A test that passed at the second try passed.
 *
 * @param {string} [file]
 * @returns {Promise<Counts>}
 */
export async function endToEndCounts(file = endToEndReport) {
  const report = await read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  // Errors outside of any test, such as a file that cannot be loaded.
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/** @param {string} file */
async function read(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
