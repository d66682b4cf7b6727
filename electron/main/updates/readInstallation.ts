import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { Installation } from './updatability';

const canWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Looks at how this app was installed. */
export const readInstallation = (): Installation => {
  const appImage = process.env['APPIMAGE'];
  return {
    isPackaged: app.isPackaged,
    platform: process.platform,
    hasFeed: existsSync(path.join(process.resourcesPath, 'app-update.yml')),
    hasOwnUninstaller: existsSync(path.join(path.dirname(process.execPath), `Uninstall ${app.getName()}.exe`)),
    isWritableAppImage: appImage !== undefined && path.isAbsolute(appImage) && canWrite(path.dirname(appImage)),
  };
};
