// Builds the packages that can be built on this machine, and says which can be built where and why. Parameters name
// packages; --list only says; --release builds what agents get, and fails where anything for that is missing.
import { ensureBuild } from './lib/build.mjs';
import { entry } from './lib/entry.mjs';
import { developmentElectron, findArchiver } from './lib/package.mjs';
import { root } from './lib/places.mjs';
import { run } from './lib/processes.mjs';
import { Explained } from './lib/say.mjs';
import { typescript } from './lib/tools.mjs';
import { canReachGitHub, ensureElectron, isPinned } from './setup/electronBinary.mjs';
import { ensureNodeModules } from './setup/nodeModules.mjs';
import { ensureSystemPackages } from './setup/systemPackages.mjs';

await entry(async (parameters) => {
  await ensureNodeModules();
  const isRelease = parameters.includes('--release');
  const isListing = parameters.includes('--list');
  const electron = await ensureElectron();
  const hasPinnedElectron = isPinned(electron);
  if (isRelease && !hasPinnedElectron) {
    throw new Explained('What is released is built with the pinned Electron only, and that is not to be had here.');
  }
  const gitHub = await canReachGitHub();
  if (!gitHub && !isListing) await ensureSystemPackages({ archiver: true });
  const archiver = await findArchiver();
  const machine = {
    system: process.platform,
    canReachGitHub: gitHub,
    hasPinnedElectron,
    hasArchiver: archiver !== undefined,
  };
  if (!isListing) await ensureBuild();
  const passed = parameters.filter((parameter) => parameter !== '--release');
  return run(process.execPath, typescript('packaging/main.ts', ['--machine', JSON.stringify(machine), ...passed]), {
    cwd: root,
    env: {
      ...process.env,
      ...(isRelease ? { SMARTSPACE_RELEASE: '1' } : {}),
      ...(hasPinnedElectron ? {} : await developmentElectron(electron)),
      ...(archiver ? { ELECTRON_BUILDER_7ZIP_PATH: archiver } : {}),
    },
  });
});
