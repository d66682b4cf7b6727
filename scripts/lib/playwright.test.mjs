import { expect, test } from 'vitest';
import { completed, reporting, wantsPackage } from './playwright.mjs';

test.each([
  [[], ['--reporter=list,json']],
  [
    ['-g', 'login'],
    ['--reporter=list,json', '-g', 'login'],
  ],
  [['--reporter=dot'], ['--reporter=dot,json']],
  [
    ['--reporter', 'html', 'login.spec.ts'],
    ['--reporter', 'html,json', 'login.spec.ts'],
  ],
])('the JSON report is added to %j', (parameters, expected) => {
  expect(reporting(parameters)).toEqual(expected);
});

test('the tests are run unless another project is named', () => {
  expect(completed(['leaving'])).toContain('--project=app');
  expect(completed(['--project=screenshots'])).not.toContain('--project=app');
});

test('the packaged app is tested with all others on Linux, or where it is named', () => {
  expect(wantsPackage([], 'linux')).toBe(true);
  expect(wantsPackage(['leaving'], 'linux')).toBe(false);
  expect(wantsPackage(['--project=packaged', 'agentsDay'], 'linux')).toBe(true);
  expect(wantsPackage([], 'darwin')).toBe(false);
});
