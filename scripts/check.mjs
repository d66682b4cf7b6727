// Lint, types and unit tests: what can be said about a change without running the app.
import { check } from './lib/check.mjs';
import { entry } from './lib/entry.mjs';
import { ensureNodeModules } from './setup/nodeModules.mjs';

await entry(async () => {
  await ensureNodeModules();
  return (await check()) ? 0 : 1;
});
