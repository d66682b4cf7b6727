import path from 'node:path';
import { parseArgs } from 'node:util';
import { Platform, archFromString, build } from 'electron-builder';
import type { Arch } from 'electron-builder';
import { z } from 'zod';
import { readPackageFacts } from './packageFacts';
import { chooseTargets, describeTargets } from './targets';

// Builds packages. scripts/dist.mjs prepares what is needed, and says here what the machine is like.

const machineSchema = z.object({
  system: z.string(),
  canReachGitHub: z.boolean(),
  hasPinnedElectron: z.boolean(),
  hasArchiver: z.boolean(),
});

const platforms: Readonly<Record<string, Platform>> = {
  linux: Platform.LINUX,
  darwin: Platform.MAC,
  win32: Platform.WINDOWS,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    machine: { type: 'string' },
    output: { type: 'string' },
    quiet: { type: 'boolean' },
    list: { type: 'boolean' },
  },
});
const machine = machineSchema.parse(JSON.parse(values.machine ?? ''));
const facts = readPackageFacts(process.env);
const platform = platforms[machine.system];
if (platform === undefined) throw new Error(`There are no packages for ${machine.system}.`);

if (values.quiet !== true) process.stdout.write(`${describeTargets(machine)}\n\n`);
if (values.list !== true) await buildPackages(platform);

async function buildPackages(system: Platform): Promise<void> {
  const wanted = chooseTargets(positionals, machine);
  const built = await build({
    projectDir: path.resolve(import.meta.dirname, '..'),
    // A release has what its configuration names, for each of the processors there; all else is for this machine's.
    targets:
      facts.purpose.kind === 'release'
        ? new Map([[system, new Map<Arch, string[]>()]])
        : system.createTarget([...wanted], archFromString(process.arch)),
    // On top of electron-builder.ts, which it reads by itself.
    config: values.output === undefined ? {} : { directories: { output: values.output } },
    publish: 'never',
  });
  for (const file of built) process.stdout.write(`${path.relative('.', file)}\n`);
}
