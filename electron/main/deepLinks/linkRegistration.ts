import path from 'node:path';
import { deepLinkScheme } from '../../../shared/rules/deepLink';
import { desktopEntryText, entryIdentity, launchCommand, xdgFolder } from '../base/desktopEntry';
import type { LaunchFacts } from '../base/desktopEntry';

export interface RegistrationFacts extends LaunchFacts {
  readonly platform: NodeJS.Platform;
  /** XDG_DATA_HOME */
  readonly dataHome: string | undefined;
  readonly home: string;
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
  const { platform, isPackaged, executable, appPath, appImage, dataHome, home } = facts;
  if (platform !== 'linux') {
    return { kind: 'system', executable, parameters: isPackaged ? ['--'] : [appPath, '--'] };
  }
  // Only an AppImage has no package manager that has put an entry somewhere for it.
  if (isPackaged && (appImage === undefined || appImage === '')) return { kind: 'none' };
  const { id, name } = entryIdentity(facts);
  const lines = ['NoDisplay=true', `MimeType=${linkContentType};`];
  return {
    kind: 'desktop-entry',
    file: path.join(xdgFolder(dataHome, home, '.local/share'), 'applications', `${id}.desktop`),
    content: desktopEntryText(name, [...launchCommand(facts), '--'], '%u', lines),
  };
};
