import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import { deepLinkScheme } from '../../../shared/rules/deepLink';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import { decideRegistration, linkContentType } from './linkRegistration';
import type { Registration } from './linkRegistration';

/** How long the desktop's tool may take, in milliseconds. */
const toolLimit = 20_000;

/** Makes this app the one that links of the scheme open. Changes something only where something differs; never throws. */
export const registerLinks = async (logger: Logger): Promise<void> => {
  const registration = decideRegistration({
    platform: process.platform,
    isPackaged: app.isPackaged,
    executable: process.execPath,
    appPath: app.getAppPath(),
    isSandboxOff: app.commandLine.hasSwitch('no-sandbox'),
    appImage: process.env['APPIMAGE'],
    dataHome: process.env['XDG_DATA_HOME'],
    home: homedir(),
    profile: app.getPath('userData'),
    platformAddress: process.env['SMARTSPACE_URL'],
  });
  try {
    if (await register(registration)) logger.info('links open this app from now on', { by: registration.kind });
  } catch (error) {
    logger.warn('links could not be registered', { by: registration.kind, ...describeError(error) });
  }
};

/** @returns whether anything had to be changed */
const register = async (registration: Registration): Promise<boolean> => {
  switch (registration.kind) {
    case 'none':
      return false;
    case 'system':
      return registerWithSystem(registration.executable, [...registration.parameters]);
    case 'desktop-entry':
      return registerDesktopEntry(registration.file, registration.content);
  }
};

const registerWithSystem = (executable: string, parameters: string[]): boolean => {
  if (app.isDefaultProtocolClient(deepLinkScheme, executable, parameters)) return false;
  if (!app.setAsDefaultProtocolClient(deepLinkScheme, executable, parameters)) {
    throw new Error('The system refused to register the scheme');
  }
  return true;
};

/** The entry as it is means that it is registered as well: whoever chose another app for links afterwards is obeyed. */
const registerDesktopEntry = async (file: string, content: string): Promise<boolean> => {
  if ((await readFile(file, 'utf8').catch(() => null)) === content) return false;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content, { mode: 0o644 });
  try {
    await promisify(execFile)('xdg-mime', ['default', path.basename(file), linkContentType], { timeout: toolLimit });
  } catch (error) {
    // So that the next start tries again.
    await rm(file, { force: true });
    throw error;
  }
  return true;
};
