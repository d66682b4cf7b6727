// Runs the app against the embedded platform, or against the one SMARTSPACE_URL names.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { startDemo } from './lib/demo.mjs';
import { atEnd, entry } from './lib/entry.mjs';
import { ensureMachine, sandboxParameters } from './lib/machine.mjs';
import { developmentProfile, results, root } from './lib/places.mjs';
import { run } from './lib/processes.mjs';
import { Explained, say } from './lib/say.mjs';
import { typescript } from './lib/tools.mjs';
import { hasDisplay } from './setup/display.mjs';
import { hasSessionBus } from './setup/keyring.mjs';

await entry(async (parameters) => {
  const visible = hasDisplay();
  const ownPlatform = process.env['SMARTSPACE_URL'];
  if (!visible && ownPlatform) {
    throw new Explained(
      'There is no display here, and the scripted visit that stands in for one needs the embedded platform:\n' +
        'unset SMARTSPACE_URL, or start the app where there is a display.',
    );
  }
  // Where a person works, the app uses that person's keyring.
  const machine = await ensureMachine({ displays: 1, keyring: !visible && !hasSessionBus() });
  await ensureBuild();
  const demo = ownPlatform ? undefined : await startDemo(machine.env);
  const env = { ...machine.env, ...demo?.env };
  if (!visible) return visit(env);

  if (demo) introduce(demo.description);
  env['SMARTSPACE_PROFILE_DIR'] ??= developmentProfile();
  return run(machine.electron, [...sandboxParameters(), '.', ...parameters], { cwd: root, env, leaveGroup: true });
});

/**
 * A window on a virtual display shows nobody anything: instead a script goes through a first visit and takes pictures.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function visit(env) {
  const screenshots = env['SMARTSPACE_SCREENSHOTS'] ?? path.join(results, 'first-visit');
  const profile = await mkdtemp(path.join(tmpdir(), 'smartspace-profile-'));
  atEnd(() => rm(profile, { recursive: true, force: true }));
  say('There is no display to show a window on. A script now makes a first visit to the app in your place;');
  say(`its screenshots go to ${screenshots}\n`);
  return run(process.execPath, typescript('e2e/firstVisit.ts'), {
    cwd: root,
    env: {
      ...env,
      SMARTSPACE_SCREENSHOTS: screenshots,
      SMARTSPACE_PROFILE_DIR: env['SMARTSPACE_PROFILE_DIR'] ?? profile,
    },
  });
}

/** @param {import('./lib/demo.mjs').Demo} description */
function introduce(description) {
  const agent = description.agents.find(({ login }) => login === 'password') ?? description.agents[0];
  say(`\n  The embedded platform runs at ${description.url}`);
  if (description.mail) say(`  E-mails it sends can be read at ${description.mail.url}`);
  if (agent) say(`\n  Log in with   E-mail   ${agent.email}\n                Senha    ${agent.password}\n`);
  say('  Close the window or press Ctrl-C to end both.\n');
}
