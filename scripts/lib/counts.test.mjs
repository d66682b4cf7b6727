import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endToEndCounts, unitCounts } from './counts.mjs';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'counts-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function report(content) {
  const file = path.join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

test('unit tests are counted, and a file that cannot be loaded counts as one that failed', async () => {
  const file = await report({
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });
  expect(await unitCounts(file)).toEqual({ passed: 7, failed: 2 });
});

test('end-to-end tests that pass at the second try passed, and errors outside of tests count', async () => {
  const file = await report({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{}] });
  expect(await endToEndCounts(file)).toEqual({ passed: 6, failed: 3 });
});

test('a run without a report failed', async () => {
  const missing = path.join(folder, 'missing.json');
  expect(await unitCounts(missing)).toEqual({ passed: 0, failed: 1 });
  expect(await endToEndCounts(missing)).toEqual({ passed: 0, failed: 1 });
});
