// The end-to-end tests on the real app; parameters go to Playwright.
import { ensureBuild } from './lib/build.mjs';
import { entry } from './lib/entry.mjs';
import { ensureMachine } from './lib/machine.mjs';
import { playwright, workers } from './lib/playwright.mjs';

await entry(async (parameters) => {
  const { env } = await ensureMachine({ displays: workers, keyring: true });
  await ensureBuild();
  return playwright(env, parameters);
});
