/** The system that packages are built on or for, in Node's words. */
export type System = 'linux' | 'darwin' | 'win32';

/** One kind of package. */
export interface Target {
  /** What electron-builder calls it. */
  readonly name: string;
  readonly system: System;
  readonly description: string;
  /** What has to be fetched from GitHub to build it, besides Electron itself. */
  readonly fetched: 'nothing' | 'archiver' | 'tools';
}

/** Every package there is. */
export const targets: readonly Target[] = [
  { name: 'nsis', system: 'win32', description: 'installer, for one person or everybody', fetched: 'tools' },
  { name: 'msi', system: 'win32', description: 'package for IT departments', fetched: 'tools' },
  { name: 'dmg', system: 'darwin', description: 'disk image, universal', fetched: 'nothing' },
  { name: 'zip', system: 'darwin', description: 'what updates come from, universal', fetched: 'nothing' },
  { name: 'AppImage', system: 'linux', description: 'one file that runs anywhere', fetched: 'tools' },
  { name: 'deb', system: 'linux', description: 'Debian, Ubuntu', fetched: 'tools' },
  { name: 'rpm', system: 'linux', description: 'Fedora, Red Hat, SUSE', fetched: 'tools' },
  { name: 'tar.gz', system: 'linux', description: 'unpacked by hand', fetched: 'archiver' },
  { name: 'dir', system: 'linux', description: 'the unpacked app', fetched: 'nothing' },
  { name: 'dir', system: 'darwin', description: 'the unpacked app', fetched: 'nothing' },
  { name: 'dir', system: 'win32', description: 'the unpacked app', fetched: 'nothing' },
];

/** What decides about what can be built. */
export interface Machine {
  readonly system: string;
  readonly canReachGitHub: boolean;
  /** Whether the Electron in use is the pinned one, and not the one for development. */
  readonly hasPinnedElectron: boolean;
  /** Whether 7-Zip is installed. */
  readonly hasArchiver: boolean;
}

export interface Verdict {
  readonly target: Target;
  readonly canBeBuilt: boolean;
  readonly reason: string;
}

const names: Readonly<Record<System, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

const elsewhere: Readonly<Record<System, string>> = {
  linux: 'is built on Linux: its tools set owners and modes that other file systems do not keep',
  darwin: "is built on macOS: signing, notarising and disk images need Apple's own tools",
  win32: "is built on Windows: signing and the installers' compilers need it",
};

/** Says of one kind of package whether this machine can build it, and why or why not. */
export const judge = (target: Target, machine: Machine): Verdict => {
  const refuse = (reason: string): Verdict => ({ target, canBeBuilt: false, reason });
  if (target.system !== machine.system) return refuse(elsewhere[target.system]);
  if (target.fetched === 'tools' && !machine.canReachGitHub) {
    return refuse('needs tools that electron-builder fetches from GitHub, which can not be reached');
  }
  if (target.fetched === 'archiver' && !machine.hasArchiver && !machine.canReachGitHub) {
    return refuse('needs 7-Zip: install p7zip-full, or set ELECTRON_BUILDER_7ZIP_PATH');
  }
  const reason = machine.hasPinnedElectron ? 'yes' : 'yes, for development only: the pinned Electron is not here';
  return { target, canBeBuilt: true, reason };
};

/** The table for people: every kind of package, and whether this machine can build it. */
export const describeTargets = (machine: Machine): string => {
  const rows = targets.map((target) => {
    const { canBeBuilt, reason } = judge(target, machine);
    return [names[target.system], target.name, target.description, canBeBuilt ? reason : `no: ${reason}`];
  });
  const header = ['System', 'Package', 'What it is', 'Here?'];
  const widths = header.map((_title, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
};

/**
 * The packages to build: those that were asked for, or all that can be built here.
 *
 * @throws Error in words for people, if what was asked for is unknown or can't be built here
 */
export const chooseTargets = (asked: readonly string[], machine: Machine): readonly string[] => {
  const here = targets.filter(({ system }) => system === machine.system);
  if (asked.length === 0) {
    return here.filter((target) => judge(target, machine).canBeBuilt).map(({ name }) => name);
  }
  for (const name of asked) {
    const known = targets.filter((target) => target.name === name);
    const [first] = known;
    if (first === undefined) throw new Error(`There is no package called ${name}.`);
    const verdict = judge(known.find(({ system }) => system === machine.system) ?? first, machine);
    if (!verdict.canBeBuilt) throw new Error(`${name} ${verdict.reason}.`);
  }
  return asked;
};
