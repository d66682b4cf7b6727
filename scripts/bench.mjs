// Measurements of the real app; parameters (such as `--json FILE`) go to bench/main.ts.
import { ensureBuild } from './lib/build.mjs';
import { entry } from './lib/entry.mjs';
import { ensureMachine } from './lib/machine.mjs';
import { run } from './lib/processes.mjs';
import { typescript } from './lib/tools.mjs';

await entry(async (parameters) => {
  const { env } = await ensureMachine({ displays: 1, keyring: true });
  await ensureBuild();
  // In the folder the person is in: the file named by --json is relative to it.
  return run(process.execPath, typescript('bench/main.ts', parameters), { env });
});
