import { ensureDisplays, hasDisplay } from '../setup/display.mjs';
import { electronEnvironment, ensureElectron } from '../setup/electronBinary.mjs';
import { startPrivateKeyring } from '../setup/keyring.mjs';
import { ensureNodeModules } from '../setup/nodeModules.mjs';
import { ensureSystemPackages } from '../setup/systemPackages.mjs';
import { atEnd } from './entry.mjs';

/**
 * Makes this machine ready to run the app, and skips what is done.
 *
 * @param {{displays: number, keyring: boolean, archiver?: boolean}} wanted how many displays, virtual where there is none;
 *   a private keyring; 7-Zip, to pack the app with
 * @returns {Promise<{electron: string, env: NodeJS.ProcessEnv}>} the executable, and the environment to run things in
 */
export async function ensureMachine(wanted) {
  await ensureNodeModules();
  // Fetching it mostly waits for the network; apt can work meanwhile. Its failure is met below.
  const fetching = ensureElectron();
  fetching.catch(() => undefined);
  await ensureSystemPackages({
    display: wanted.displays > 0 && !hasDisplay(),
    keyring: wanted.keyring && process.platform === 'linux',
    archiver: wanted.archiver ?? false,
  });
  const electron = await fetching;
  const display = wanted.displays > 0 ? await ensureDisplays(wanted.displays) : undefined;
  if (display) atEnd(display.stop);
  const keyring = wanted.keyring ? await startPrivateKeyring() : undefined;
  if (keyring) atEnd(keyring.stop);

  const env = { ...process.env, ...electronEnvironment(electron), ...display?.env, ...keyring?.env };
  // Terminals inside Electron applications set it; our Electron would then run as plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return { electron, env };
}

/**
 * Chromium refuses to run as root without this; the app itself never asks for it.
 *
 * @returns {string[]}
 */
export function sandboxParameters() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
