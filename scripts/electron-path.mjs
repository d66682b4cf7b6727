// Prints the path of the Electron executable in use, as the only line on stdout; fetches it first if need be.
import { entry } from './lib/entry.mjs';
import { ensureElectron } from './setup/electronBinary.mjs';
import { ensureNodeModules } from './setup/nodeModules.mjs';

await entry(async () => {
  await ensureNodeModules();
  process.stdout.write(`${await ensureElectron()}\n`);
});
