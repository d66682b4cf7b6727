import path from 'node:path';
import { deepLinkScheme } from '../../../shared/rules/deepLink';

export interface RegistrationFacts {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** The running executable. */
  readonly executable: string;
  /** Where the app's package.json is: what a development run names to Electron. */
  readonly appPath: string;
  /** Whether this very process runs without Chromium's sandbox, as it must when started by root. */
  readonly isSandboxOff: boolean;
  /** APPIMAGE: the file of the running AppImage. */
  readonly appImage: string | undefined;
  /** XDG_DATA_HOME */
  readonly dataHome: string | undefined;
  readonly home: string;
  /** The profile folder, and SMARTSPACE_URL: what a link has to find again that is opened during development. */
  readonly profile: string;
  readonly platformAddress: string | undefined;
}

/** How this run is made the one that links open. */
export type Registration =
  /** By the system's own register: the executable, followed by these and the link. */
  | { readonly kind: 'system'; readonly executable: string; readonly parameters: readonly string[] }
  /** By a desktop entry of the user's. */
  | { readonly kind: 'desktop-entry'; readonly file: string; readonly content: string }
  /** The package that was installed has brought everything. */
  | { readonly kind: 'none' };

/** The kind of content that links of the scheme are to a Linux desktop. */
export const linkContentType = `x-scheme-handler/${deepLinkScheme}`;

/**
 * Decides how links are registered. Whatever the way, the link comes after `--`: then nothing in it, and nothing that was
 * smuggled in beside it, is taken for a switch.
 */
export const decideRegistration = (facts: RegistrationFacts): Registration => {
  const { platform, isPackaged, executable, appPath, appImage } = facts;
  if (platform !== 'linux') {
    return { kind: 'system', executable, parameters: isPackaged ? ['--'] : [appPath, '--'] };
  }
  if (!isPackaged) {
    const command = [
      ...environmentOf(facts),
      executable,
      ...(facts.isSandboxOff ? ['--no-sandbox'] : []),
      appPath,
      '--',
    ];
    return desktopEntry(facts, { id: 'smartspace-desktop-development', name: 'Smartspace (development)', command });
  }
  // An AppImage runs from a folder that is gone afterwards, and no package manager has put an entry anywhere for it.
  if (appImage === undefined || appImage === '') return { kind: 'none' };
  return desktopEntry(facts, { id: 'smartspace-desktop', name: 'Smartspace', command: [appImage, '--'] });
};

const environmentOf = ({ profile, platformAddress = '' }: RegistrationFacts): string[] => [
  'env',
  `SMARTSPACE_PROFILE_DIR=${profile}`,
  ...(platformAddress === '' ? [] : [`SMARTSPACE_URL=${platformAddress}`]),
];

const desktopEntry = (
  { dataHome, home }: RegistrationFacts,
  entry: { readonly id: string; readonly name: string; readonly command: readonly string[] },
): Registration => {
  // A relative folder is to be ignored, says the standard.
  const data = dataHome !== undefined && path.isAbsolute(dataHome) ? dataHome : path.join(home, '.local/share');
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${entry.name}`,
    `Exec=${[...entry.command.map(quote), '%u'].join(' ')}`,
    'Terminal=false',
    'NoDisplay=true',
    `MimeType=${linkContentType};`,
  ];
  return {
    kind: 'desktop-entry',
    file: path.join(data, 'applications', `${entry.id}.desktop`),
    content: `${lines.join('\n')}\n`,
  };
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
