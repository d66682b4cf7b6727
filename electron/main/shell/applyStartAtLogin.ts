import { readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { app } from 'electron';
import { replaceFile } from '../base/replaceFile';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import { decideStartAtLogin } from './startAtLogin';

/**
 * Has the system start the app at login, or not. Changes something only where something differs; never throws.
 *
 * @returns whether it is so now
 */
export const applyStartAtLogin = async (isOn: boolean, logger: Logger): Promise<boolean> => {
  const how = decideStartAtLogin({
    platform: process.platform,
    isPackaged: app.isPackaged,
    executable: process.execPath,
    appPath: app.getAppPath(),
    isSandboxOff: app.commandLine.hasSwitch('no-sandbox'),
    appImage: process.env['APPIMAGE'],
    profile: app.getPath('userData'),
    platformAddress: process.env['SMARTSPACE_URL'],
    configHome: process.env['XDG_CONFIG_HOME'],
    home: homedir(),
  });
  try {
    if (how.kind === 'desktop-entry') await applyEntry(how, isOn);
    else applyToSystem(how.executable, [...how.parameters], isOn);
    return true;
  } catch (error) {
    logger.warn('starting at login could not be changed', { isOn, by: how.kind, ...describeError(error) });
    return false;
  }
};

const applyEntry = async ({ file, content }: { file: string; content: string }, isOn: boolean): Promise<void> => {
  if (!isOn) await rm(file, { force: true });
  else if ((await readFile(file, 'utf8').catch(() => null)) !== content) await replaceFile(file, content);
};

const applyToSystem = (executable: string, args: string[], isOn: boolean): void => {
  if (app.getLoginItemSettings({ path: executable, args }).openAtLogin === isOn) return;
  app.setLoginItemSettings({ openAtLogin: isOn, path: executable, args });
};
