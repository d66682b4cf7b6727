import type { UpdateChannel, UpdateDisabledReason } from '../../../shared/state/update';

/** How and where the app was installed. */
export interface Installation {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Whether the package says where its feed is. */
  readonly hasFeed: boolean;
  /** Windows: whether our installer put it there, which leaves its own removal beside the program. */
  readonly hasOwnUninstaller: boolean;
  /** Linux: whether it runs from an AppImage in a folder that this user may write to. */
  readonly isWritableAppImage: boolean;
}

const canReplaceItself = (installation: Installation): boolean => {
  const { platform, hasOwnUninstaller, isWritableAppImage } = installation;
  // Not so an MSI: beside it the update would become a second installation.
  if (platform === 'win32') return hasOwnUninstaller;
  // A deb or an rpm belongs to the system's package manager, an archive to whoever unpacked it.
  return platform === 'darwin' || isWritableAppImage;
};

/** Why this app never looks for updates, or null if it does. */
export const whyNotUpdatable = (channel: UpdateChannel, installation: Installation): UpdateDisabledReason | null => {
  if (channel === 'off') return 'managed';
  if (!installation.isPackaged) return 'development';
  return installation.hasFeed && canReplaceItself(installation) ? null : 'not-updatable';
};
