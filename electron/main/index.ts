import './base/interpretedParsing';
import { app, dialog, nativeTheme, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import path from 'node:path';
import { systemClock } from './base/clock';
import { createSignal } from './base/signal';
import { shortenCommandLine } from './deepLinks/handOver';
import { LinkInbox } from './deepLinks/linkInbox';
import { receiveLinks } from './deepLinks/receiveLinks';
import { whenPainted } from './ipc/whenPainted';
import { exitEarly, restartEarly } from './lifecycle/earlyExit';
import { FileLogger, parseLogLevel } from './logging/fileLogger';
import type { PolicySource } from './policies/managedPolicies';
import { readSettingsText } from './settings/settingsDisk';
import { SettingsService } from './settings/settingsService';
import { openExternalLink } from './shell/externalLinks';
import { texts } from './shell/texts';
import { denyPermissions, hardenWebContents } from './windows/hardening';
import { openMainWindow } from './windows/mainWindow';
import { pageScheme } from './windows/pageAddress';
import { servePages } from './windows/pageProtocol';
import { currentScreens } from './windows/screens';
import { readWindowPlaces } from './windows/windowMemory';
import { findPlace } from './windows/windowPlaces';

// The first tick: what must be settled before Electron is ready, then the window, and only then everything else. The
// first page is plain markup; its scripts are held back until boot has opened the channels they speak through.

const resources = path.join(import.meta.dirname, '../../resources');

/** How long after the start, in milliseconds: decoding it keeps main from whatever somebody waits for. */
const iconDelay = 3_000;

const setIcon = (window: BrowserWindow): void => {
  if (!window.isDestroyed()) window.setIcon(path.join(resources, 'icon.png'));
};

const useProfileFolder = (folder: string): void => {
  const absolute = path.resolve(folder);
  app.setPath('userData', absolute);
  app.setPath('sessionData', absolute);
  app.setPath('logs', path.join(absolute, 'logs'));
  app.setPath('crashDumps', path.join(absolute, 'crashes'));
};

interface EarlyParts {
  readonly logger: FileLogger;
  readonly links: LinkInbox;
  readonly policySources: Promise<readonly PolicySource[]>;
}

const openApp = async ({ logger, links, policySources }: EarlyParts): Promise<void> => {
  const folder = app.getPath('userData');
  const settings = new SettingsService({
    folder,
    initialText: readSettingsText(folder),
    environmentLanguage: process.env['SMARTSPACE_LANG'],
    systemLanguage: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    logger,
  });
  nativeTheme.themeSource = settings.state.value.theme;
  // Loading the services, and compiling the page's scripts, keeps this thread and a processor busy for a while: the paint
  // goes before. What somebody waits for comes earlier so, too, than when all of it happens at once.
  const [painted, serving] = [createSignal(), createSignal()];
  denyPermissions(session.defaultSession);
  servePages(session.defaultSession, {
    root: path.join(import.meta.dirname, '../renderer'),
    whenScriptsMayCome: painted.whenGiven,
    whenServing: serving.whenGiven,
  });
  const window = openMainWindow({
    preload: path.join(import.meta.dirname, '../preload/index.cjs'),
    isDark: nativeTheme.shouldUseDarkColors,
    place: findPlace(readWindowPlaces(folder), currentScreens()),
    firstPage: { hasSession: settings.hadSession, settings: settings.state.value },
  });
  await whenPainted(window.webContents);
  painted.give();
  const [{ boot, createPolicies }, sources] = await Promise.all([import('./boot'), policySources]);
  const policies = createPolicies(sources, { logger, settings });
  const address = policies.platformAddress;
  if (address.kind === 'invalid') {
    logger.error('the address of the platform is not valid', { source: address.source, problem: address.problem });
    dialog.showErrorBox('Smartspace', texts[settings.state.value.effectiveLanguage].invalidAddress(address.source));
    exitEarly(2);
    return;
  }
  await boot({ window, settings, logger, address, links, resources, policies });
  serving.give();
  // Elsewhere the system takes it from the program or its bundle.
  if (process.platform === 'linux') systemClock.schedule(iconDelay, () => setIcon(window));
};

const start = (): void => {
  const profile = process.env['SMARTSPACE_PROFILE_DIR'];
  if (profile !== undefined && profile !== '') useProfileFolder(profile);
  const shortened = shortenCommandLine(process.argv);
  if (shortened !== null) {
    restartEarly(shortened);
    return;
  }
  const links = new LinkInbox();
  if (!receiveLinks(app, links)) {
    exitEarly(0);
    return;
  }
  // Chromium can't sandbox itself as root: whoever starts the app so has to say `--no-sandbox`, which this would undo.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  const logger = new FileLogger({
    folder: app.getPath('logs'),
    level: parseLogLevel(process.env['SMARTSPACE_LOG_LEVEL']) ?? 'info',
  });
  hardenWebContents(app, {
    openExternalLink: (link) => void openExternalLink(link),
    onRefused: (what) => {
      logger.warn('a page was refused', { what });
    },
  });
  // While Electron gets ready: the system may have to be asked through a program of its own, which takes a while.
  const policySources = import('./policies/readPolicySources').then(({ readPolicySources }) =>
    readPolicySources(app.isPackaged),
  );
  void app.whenReady().then(() => openApp({ logger, links, policySources }));
};

start();
