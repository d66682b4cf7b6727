import path from 'node:path';
import { desktopEntryText, entryIdentity, launchCommand, xdgFolder } from '../base/desktopEntry';
import type { LaunchFacts } from '../base/desktopEntry';

export interface StartAtLoginFacts extends LaunchFacts {
  readonly platform: NodeJS.Platform;
  /** XDG_CONFIG_HOME */
  readonly configHome: string | undefined;
  readonly home: string;
}

/** How this run is made to start when its user logs in to the computer. */
export type StartAtLogin =
  /** By the system's own list: the executable, followed by these. */
  | { readonly kind: 'system'; readonly executable: string; readonly parameters: readonly string[] }
  /** By an entry in the folder of which a Linux desktop starts everything. */
  | { readonly kind: 'desktop-entry'; readonly file: string; readonly content: string };

export const decideStartAtLogin = (facts: StartAtLoginFacts): StartAtLogin => {
  const { platform, isPackaged, executable, appPath, configHome, home } = facts;
  if (platform !== 'linux') return { kind: 'system', executable, parameters: isPackaged ? [] : [appPath] };
  const { id, name } = entryIdentity(facts);
  return {
    kind: 'desktop-entry',
    file: path.join(xdgFolder(configHome, home, '.config'), 'autostart', `${id}.desktop`),
    content: desktopEntryText(name, launchCommand(facts), '', ['X-GNOME-Autostart-enabled=true']),
  };
};
