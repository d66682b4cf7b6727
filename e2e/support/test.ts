import { test as base } from 'playwright/test';
import { startDemo } from '../../demo/startDemo';
import type { Demo, DemoOptions } from '../../demo/startDemo';
import { createProfile, launchApp, removeProfile } from './app';
import type { LaunchOptions, RunningApp } from './app';
import { Control } from './control';
import { displays } from './displays';
import { clearKeychain } from './keychain';
import { readLog } from './profileFiles';

export { expect } from 'playwright/test';

/** An agent who logs in by password. */
export interface PasswordAgent {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export interface Fixtures {
  readonly demoOptions: DemoOptions;
  /** The packaged app's executable; undefined for the app as it is built. */
  readonly executable: string | undefined;
  readonly demo: Demo;
  /** Plays the customers and the world. */
  readonly control: Control;
  /** The seeded agents who log in by password, by their e-mail's part before the @. */
  readonly agents: Readonly<Record<string, PasswordAgent>>;
  /** The one who can do everything. */
  readonly ana: PasswordAgent;
  /** A profile folder of this test's own; several starts share it. */
  readonly profile: string;
  /** Starts the real app against the demo. Whatever still runs at the end of the test is killed. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
}

/** The one fixture: a platform, a profile and the real app, each of this very test. */
export const test = base.extend<Fixtures>({
  demoOptions: [{ seed: 1 }, { option: true }],
  executable: [undefined, { option: true }],
  demo: async ({ demoOptions }, use) => {
    const demo = await startDemo(demoOptions);
    await use(demo);
    await demo.stop();
  },
  control: async ({ demo }, use) => {
    await use(new Control(demo.controlUrl));
  },
  agents: async ({ demo }, use) => {
    const entries = demo.agents.flatMap(({ email, password, name }) =>
      password === null ? [] : [[email.split('@')[0] ?? email, { email, password, name }] as const],
    );
    await use(Object.fromEntries(entries));
  },
  ana: async ({ agents }, use) => {
    const ana = agents['ana.souza'];
    if (ana === undefined) throw new Error('The demo has no Ana');
    await use(ana);
  },
  // Playwright wants the first parameter destructured, also where nothing is taken from it.
  // eslint-config: see the override for e2e/support.
  profile: async ({}, use) => {
    const profile = await createProfile();
    await use(profile);
    await clearKeychain(profile);
    await removeProfile(profile);
  },
  launch: async ({ demo, profile, executable }, use, testInfo) => {
    const apps: RunningApp[] = [];
    await use(async (options = {}) => {
      const env = { DISPLAY: displays[testInfo.parallelIndex] ?? process.env['DISPLAY'], ...options.env };
      const app = await launchApp({ platformUrl: demo.url, profile, executable, ...options, env });
      apps.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.kill()));
    if (testInfo.status === testInfo.expectedStatus) return;
    for (const app of apps) await testInfo.attach('the app on its terminal', { body: app.output() });
    await testInfo.attach("the app's log", { body: await readLog(profile) });
  },
});
