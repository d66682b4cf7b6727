import { defineConfig } from 'playwright/test';
import { displays } from './support/displays';
import type { Fixtures } from './support/test';

/** What is shown of the packaged app, too: a day's work, and that it is as closed as the built one. */
const alsoPackaged = ['agentsDay', 'contentPolicy', 'hardening', 'hostilePage', 'permissions'];

/** A worker for each display: two apps on one would take the focus from each other. */
export default defineConfig<Pick<Fixtures, 'executable'>>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  workers: Math.max(1, displays.length),
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // An action that can't be done says so, with what it waited for; the test's own limit would not.
  use: { actionTimeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: [
    { name: 'app', testMatch: 'specs/**/*.spec.ts' },
    {
      name: 'packaged',
      testMatch: ['packaged/**/*.spec.ts', ...alsoPackaged.map((name) => `specs/${name}.spec.ts`)],
      use: { executable: process.env['SMARTSPACE_INSPECTABLE_EXECUTABLE'] },
    },
    { name: 'screenshots', testMatch: 'screenshots/**/*.spec.ts' },
  ],
});
