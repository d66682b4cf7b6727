import path from 'node:path';

/** What starting this very run again on a Linux desktop depends on. */
export interface LaunchFacts {
  readonly isPackaged: boolean;
  /** The running executable. */
  readonly executable: string;
  /** Where the app's package.json is: what a development run names to Electron. */
  readonly appPath: string;
  /** Whether this very process runs without Chromium's sandbox, as it must when started by root. */
  readonly isSandboxOff: boolean;
  /** APPIMAGE: the file of the running AppImage. */
  readonly appImage: string | undefined;
  /** The profile folder, and SMARTSPACE_URL: what has to be found again during development. */
  readonly profile: string;
  readonly platformAddress: string | undefined;
}

/** The app as an entry of a Linux desktop. A run from the sources has one of its own, which does not get in the way. */
export interface EntryIdentity {
  readonly id: string;
  readonly name: string;
}

export const entryIdentity = ({ isPackaged }: Pick<LaunchFacts, 'isPackaged'>): EntryIdentity =>
  isPackaged
    ? { id: 'smartspace-desktop', name: 'Smartspace' }
    : { id: 'smartspace-desktop-development', name: 'Smartspace (development)' };

/** The command that starts this very app again; an AppImage by its file, since it runs from a folder that is gone then. */
export const launchCommand = (facts: LaunchFacts): readonly string[] => {
  const { isPackaged, executable, appPath, isSandboxOff, appImage = '', profile, platformAddress = '' } = facts;
  if (isPackaged) return [appImage === '' ? executable : appImage];
  return [
    'env',
    `SMARTSPACE_PROFILE_DIR=${profile}`,
    ...(platformAddress === '' ? [] : [`SMARTSPACE_URL=${platformAddress}`]),
    executable,
    ...(isSandboxOff ? ['--no-sandbox'] : []),
    appPath,
  ];
};

/** A folder of the XDG standard: a relative one is to be ignored, it says. */
export const xdgFolder = (given: string | undefined, home: string, usual: string): string =>
  given !== undefined && path.isAbsolute(given) ? given : path.join(home, usual);

/**
 * An entry's text.
 *
 * @param command quoted here; `field` codes come after it as they are
 * @param lines what else there is to say
 */
export const desktopEntryText = (
  name: string,
  command: readonly string[],
  field: '' | '%u',
  lines: readonly string[],
): string => {
  const exec = [...command.map(quote), ...(field === '' ? [] : [field])].join(' ');
  return `${['[Desktop Entry]', 'Type=Application', `Name=${name}`, `Exec=${exec}`, 'Terminal=false', ...lines].join('\n')}\n`;
};

/**
 * One argument of an `Exec` line. Quoted only where it must be: plain launchers take the quotes for part of the name.
 * Backslashes count twice, once for the file and once for the quotes; a percent sign begins a field.
 */
const quote = (argument: string): string => {
  const fieldless = argument.replaceAll('%', '%%');
  if (/^[\w@%+=:,./-]+$/.test(fieldless)) return fieldless;
  return `"${fieldless.replaceAll(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\')}"`;
};
