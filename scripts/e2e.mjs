// The end-to-end tests on the real app; parameters go to Playwright.
import { ensureBuild } from './lib/build.mjs';
import { entry } from './lib/entry.mjs';
import { ensureMachine } from './lib/machine.mjs';
import { ensureTestedPackage } from './lib/package.mjs';
import { playwright, wantsPackage, workers } from './lib/playwright.mjs';

await entry(async (parameters) => {
  const { env, electron } = await ensureMachine({
    displays: workers,
    keyring: true,
    archiver: wantsPackage(parameters),
  });
  await ensureBuild();
  const packed = wantsPackage(parameters) ? await ensureTestedPackage(electron) : {};
  return playwright({ ...env, ...packed }, parameters);
});
