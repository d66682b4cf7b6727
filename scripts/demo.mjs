// The embedded platform alone. Its first line on stdout is one JSON object, so everything else here goes to stderr.
import { entry } from './lib/entry.mjs';
import { run } from './lib/processes.mjs';
import { typescript } from './lib/tools.mjs';
import { ensureNodeModules } from './setup/nodeModules.mjs';

await entry(async (parameters) => {
  await ensureNodeModules();
  return run(process.execPath, typescript('demo/main.ts', parameters));
});
