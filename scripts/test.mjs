// Every test there is: lint, types, unit and integration tests, then the end-to-end tests on the real app. Parameters go to
// Playwright; somebody who gives some is after certain end-to-end tests, and gets these alone.
import { ensureBuild } from './lib/build.mjs';
import { check } from './lib/check.mjs';
import { endToEndCounts, unitCounts } from './lib/counts.mjs';
import { entry } from './lib/entry.mjs';
import { ensureTestedPackage } from './lib/package.mjs';
import { ensureMachine } from './lib/machine.mjs';
import { playwright, wantsPackage, workers } from './lib/playwright.mjs';
import { endSignal } from './lib/processes.mjs';
import { say } from './lib/say.mjs';

await entry(async (parameters) => {
  const { env, electron } = await ensureMachine({
    displays: workers,
    keyring: true,
    archiver: wantsPackage(parameters),
  });
  const all = parameters.length === 0;
  const checked = !all || (await check({ integration: true }));
  // Read at once: Playwright may empty the folder of the results.
  const unit = all ? await unitCounts() : { passed: 0, failed: 0 };
  const ran = !endSignal() && (await endToEnd(env, electron, parameters));
  const real = await endToEndCounts();
  process.stdout.write(`${unit.passed + real.passed} passed, ${unit.failed + real.failed} failed\n`);
  return checked && ran ? 0 : 1;
});

/**
 * A build that fails is told and counted, so that the last line still is the sum of all.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} electron
 * @param {readonly string[]} parameters
 */
async function endToEnd(env, electron, parameters) {
  try {
    await ensureBuild();
    const packed = wantsPackage(parameters) ? await ensureTestedPackage(electron) : {};
    return (await playwright({ ...env, ...packed }, parameters)) === 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return false;
  }
}
