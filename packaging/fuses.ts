import type { Configuration } from 'electron-builder';

/** How a fuse stands in the binary: the characters of the fuse wire. */
export type FuseState = '0' | '1';

/** A fuse of Electron's: what it decides, how it stands in what we release, and why. */
export interface Fuse {
  /** Its place on the fuse wire, from 0. */
  readonly index: number;
  readonly name: string;
  readonly state: FuseState;
  readonly reason: string;
}

type FuseOptions = NonNullable<Configuration['electronFuses']>;

/** What electron-builder is told. A fuse that it does not know by name is left as Electron ships it. */
export const fuseOptions = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const satisfies FuseOptions;

const stateOf = (isOn: boolean): FuseState => (isOn ? '1' : '0');

/** Every fuse there is, in the order of the wire. */
export const fuses: readonly Fuse[] = [
  {
    index: 0,
    name: 'RunAsNode',
    state: stateOf(fuseOptions.runAsNode),
    reason: 'ELECTRON_RUN_AS_NODE would turn the signed app into a Node that runs whatever it is given.',
  },
  {
    index: 1,
    name: 'EnableCookieEncryption',
    state: stateOf(fuseOptions.enableCookieEncryption),
    reason: 'Cookies that Chromium writes are encrypted with a key of the system.',
  },
  {
    index: 2,
    name: 'EnableNodeOptionsEnvironmentVariable',
    state: stateOf(fuseOptions.enableNodeOptionsEnvironmentVariable),
    reason: 'NODE_OPTIONS would load code of others into main; NODE_EXTRA_CA_CERTS would add authorities.',
  },
  {
    index: 3,
    name: 'EnableNodeCliInspectArguments',
    state: stateOf(fuseOptions.enableNodeCliInspectArguments),
    reason: 'A debugger on main reads tokens and runs code.',
  },
  {
    index: 4,
    name: 'EnableEmbeddedAsarIntegrityValidation',
    state: stateOf(fuseOptions.enableEmbeddedAsarIntegrityValidation),
    reason: 'An app.asar that was changed does not start. Windows and macOS; Linux has no such check.',
  },
  {
    index: 5,
    name: 'OnlyLoadAppFromAsar',
    state: stateOf(fuseOptions.onlyLoadAppFromAsar),
    reason: 'Without it a folder beside app.asar gets around the check of its integrity.',
  },
  {
    index: 6,
    name: 'LoadBrowserProcessSpecificV8Snapshot',
    state: stateOf(fuseOptions.loadBrowserProcessSpecificV8Snapshot),
    reason: 'The app has no V8 snapshot of its own for main.',
  },
  {
    index: 7,
    name: 'GrantFileProtocolExtraPrivileges',
    state: stateOf(fuseOptions.grantFileProtocolExtraPrivileges),
    reason: 'Pages come from the scheme of the app; a file: page needs no privileges.',
  },
  {
    index: 8,
    name: 'WasmTrapHandlers',
    state: '1',
    reason:
      'Electron ships it on, and bounds of WebAssembly memory are checked by the processor. Newer Electrons only.',
  },
];

/**
 * Compares a fuse wire with what is stated.
 *
 * @param wire the states by index, as they stand in a binary
 * @returns what is wrong, in words; empty if each fuse stands as it should and none is missing in the table
 */
export const wrongFuses = (wire: ReadonlyMap<number, string>): readonly string[] =>
  [...wire].flatMap(([index, state]) => {
    const fuse = fuses[index];
    if (fuse === undefined) return [`Fuse ${index} is new in this Electron, and packaging/fuses.ts does not state it.`];
    return state === fuse.state ? [] : [`Fuse ${fuse.name} stands at ${state} instead of ${fuse.state}.`];
  });

/**
 * What Electron brings is not yet what we release, but the fuses have to be ones that somebody has decided about, and
 * those that electron-builder leaves alone have to stand as stated.
 */
export const undecidedFuses = (wire: ReadonlyMap<number, string>): readonly string[] => {
  const flipped = Object.keys(fuseOptions).length;
  return wrongFuses(new Map([...wire].filter(([index]) => index >= flipped)));
};
