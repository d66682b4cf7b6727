import { randomUUID } from 'node:crypto';
import { app, powerMonitor, session as electronSession } from 'electron';
import type { BrowserWindow } from 'electron';
import { AttendanceService } from './attendances/attendanceService';
import { AccessTokens } from './auth/accessTokens';
import { LoginQuestions } from './auth/loginQuestions';
import { systemClock as clock } from './base/clock';
import { watchCrashes } from './crashes/watchCrashes';
import type { LinkInbox } from './deepLinks/linkInbox';
import { registerLinksLater } from './deepLinks/registerLinksLater';
import { PasswordLinkService } from './deepLinks/passwordLinkService';
import { createDrafts } from './drafts/createDrafts';
import { createHandlers } from './ipc/handlers';
import { serveRequests } from './ipc/ipcServer';
import { mirrorStates } from './ipc/mirrors';
import { RendererMessenger } from './ipc/rendererMessenger';
import { createLeaving } from './lifecycle/createLeaving';
import type { FileLogger } from './logging/fileLogger';
import { logUnhandledErrors } from './logging/unhandledErrors';
import { createMicrosoftSignIn } from './microsoft/createMicrosoftSignIn';
import { createPlatformNetwork } from './platform/createPlatformNetwork';
import { HttpPlatform } from './platform/httpPlatform';
import { HttpTransport } from './platform/httpTransport';
import type { ValidAddress } from './platform/platformAddress';
import { PlatformClock } from './platform/platformClock';
import { Reachability } from './platform/reachability';
import { ResendingPlatform } from './platform/resendingPlatform';
import { ManagedProxy } from './policies/managedProxy';
import type { Policies } from './policies/policies';
import { QueueService } from './queues/queueService';
import { RealtimeService } from './realtime/realtimeService';
import { FallbackSecretStore } from './secrets/fallbackSecretStore';
import { loadKeytar } from './secrets/keychain';
import { KeychainSecretStore } from './secrets/keychainSecretStore';
import { AgentTraces } from './session/agentTraces';
import { MicrosoftLogin } from './session/microsoftLogin';
import { createSessionRenewal } from './session/renewSession';
import { SessionService } from './session/sessionService';
import { SessionVault } from './session/sessionVault';
import type { SettingsService } from './settings/settingsService';
import { createCloseToTray } from './shell/createCloseToTray';
import { describeApp } from './shell/describeApp';
import { openExternalLink } from './shell/externalLinks';
import { followSettings } from './shell/followSettings';
import { createUpdates } from './updates/createUpdates';
import { startAtLoginLater } from './shell/startAtLoginLater';
import { loadFirstPage, showWindow } from './windows/mainWindow';
import { ReloadNotice } from './windows/reloadNotice';
import { currentScreens } from './windows/screens';
import { WindowMemory } from './windows/windowMemory';

export { createPolicies } from './policies/createPolicies'; // One file to load.

export interface BootOptions {
  readonly window: BrowserWindow;
  readonly settings: SettingsService;
  readonly logger: FileLogger;
  readonly address: ValidAddress;
  readonly links: LinkInbox;
  /** The folder of the files shipped beside the app. */
  readonly resources: string;
  readonly policies: Policies;
}

/** Constructs every service, once, and lets them loose in an order in which none misses what another says. */
export const boot = async (options: BootOptions): Promise<void> => {
  const { window, settings, logger, address, links, resources, policies } = options;
  const { loginRules, mayLeaveAnyway } = policies;
  logUnhandledErrors(process, logger);

  // The platform.
  const proxy = new ManagedProxy(app, policies.proxy);
  const network = createPlatformNetwork(proxy);
  await Promise.all([network.whenReady, proxy.whenApplied(electronSession.defaultSession)]);
  const { fetch } = network;
  const reachability = new Reachability(clock);
  const platformClock = new PlatformClock(clock);
  const transport = new HttpTransport({ baseUrl: address.url, fetch, clock, platformClock, reachability, logger });

  // The session and its secrets.
  const keychain = new KeychainSecretStore({ load: loadKeytar, scope: app.getPath('userData'), clock });
  const store = new FallbackSecretStore({ keychain, logger });
  const vault = new SessionVault({ store, platformOrigin: address.origin, logger });
  const refresh = createSessionRenewal({
    refresh: (refreshToken) => transport.send('refresh', { body: { refreshToken } }),
    owner: () => vault.owner,
    renewWithMicrosoft: (email) => microsoft.renew(email),
    logger,
  });
  const accessTokens = new AccessTokens({ refresh, vault, clock, logger });
  const platform = new HttpPlatform({ transport, accessTokens });
  const line = { baseUrl: address.url, fetch, accessTokens, clock, platformClock, reachability, logger };
  const realtime = new RealtimeService(line);
  const session = new SessionService({
    ...{ platform, accessTokens, vault, realtime, settings, logger },
    allowedMethods: loginRules.methods,
  });
  const language = () => settings.state.value.effectiveLanguage;
  const microsoft = createMicrosoftSignIn({
    ...{ window, showWindow, openExternalLink },
    ...{ platform, store, fetch, language, clock, logger, proxy },
  });
  const microsoftLogin = new MicrosoftLogin({ microsoft, session, settings, rules: loginRules });

  // The agent's work.
  const queues = new QueueService({ platform, realtime, logger, clock });
  const attendances = new AttendanceService({
    platform: new ResendingPlatform({ platform, session: session.state }),
    ...{ realtime, logger, clock, createCommandId: randomUUID },
  });
  const drafts = createDrafts({
    ...{ window, session, attendances, store, clock, logger },
    platformOrigin: address.origin,
  });
  const traces = new AgentTraces({ holders: [electronSession.defaultSession, network], clock, logger });
  session.onDidSignIn(() => {
    queues.beginSession();
  });
  session.onDidEndSession(() => {
    queues.clear();
    attendances.clear();
    traces.wipe();
  });

  // Leaving.
  const hasSession = () => session.state.value.kind !== 'signed-out';
  const loadPage = () => {
    loadFirstPage(window, { hasSession: hasSession(), settings: settings.state.value });
  };
  const reloadNotice = new ReloadNotice();
  reloadNotice.watch(window, hasSession);
  const messenger = new RendererMessenger(window.webContents);
  const requestQuit = () => void lifecycle.requestLeave('quit');
  const closeToTray = createCloseToTray({ window, settings, resources, requestQuit, logger });
  const { lifecycle, presenter } = createLeaving({
    ...{ window, attendances, session, settings, reachability, messenger, closeToTray, loadPage, clock, logger },
    mayLeaveAnyway,
    whenWiped: () => traces.whenIdle(),
    installUpdate: () => updates.installNow(),
  });
  lifecycle.onFlush('drafts', () => {
    drafts.flushNow();
  });
  lifecycle.onWillLeave('drafts', () => {
    drafts.flushNow();
    return Promise.resolve();
  });
  const windowMemory = new WindowMemory({
    ...{ folder: app.getPath('userData'), window, screens: currentScreens, clock, logger },
  });
  lifecycle.onWillLeave('settings', () => settings.flush());
  lifecycle.onWillLeave('window', () => windowMemory.flush());
  lifecycle.onFlush('settings', () => {
    settings.flushAtOnce();
  });
  lifecycle.onFlush('window', () => {
    windowMemory.flushAtOnce();
  });
  lifecycle.onWillLeave('microsoft', () => {
    microsoftLogin.cancel();
    return Promise.resolve();
  });
  lifecycle.onWillLeave('keychain', async (reason) => {
    if (reason !== 'reload' && reason !== 'sign-out') await accessTokens.rest();
    await store.whenIdle();
  });
  lifecycle.state.onDidChange(({ kind }) => {
    if (kind === 'running') accessTokens.goOn();
  });

  // Updates.
  const isTest = process.env['NODE_ENV'] === 'test' && !app.isPackaged;
  const updates = createUpdates({
    ...{ window, lifecycle, clock, logger, channel: policies.updateChannel },
    ...{ attendances: attendances.list, countHolding: () => attendances.holding().length, presence: queues.state },
    developmentConfiguration: (isTest && process.env['SMARTSPACE_TEST_UPDATES']) || null,
  });

  // The interface.
  const passwordLinks = new PasswordLinkService({
    ...{ platform, session, settings, attendances, leaving: lifecycle.state, logger },
    mayLogInWithPassword: loginRules.methods.includes('password'),
  });
  const states = {
    session: session.state,
    connection: realtime.connection,
    clockOffset: platformClock.offset,
    settings: settings.state,
    passwordLink: passwordLinks.state,
    presence: queues.state,
    attendances: attendances.list,
    conversation: attendances.conversation,
    restoredDrafts: drafts.restored,
    update: updates.state,
  };
  mirrorStates(states, (channel, payload) => {
    messenger.send(channel, payload);
  });
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) messenger.markGone();
  });
  const handlers = createHandlers({
    version: app.getVersion(),
    loginRules,
    readAbout: () => describeApp({ app, address, policies, chosen: settings.chosen }),
    states,
    session,
    microsoftLogin,
    loginQuestions: new LoginQuestions({ platform, language }),
    passwordLinks,
    settings,
    queues,
    attendances,
    drafts,
    updates,
    logger,
    markRendererReady: () => {
      messenger.markReady();
    },
    takeReloadNotice: () => reloadNotice.take(),
    recoverInterface: loadPage,
    retryConnection: () => {
      realtime.retryNow();
    },
    signOut: () => lifecycle.requestLeave('sign-out'),
    leaveAnyway: () => lifecycle.leaveAnyway(),
    tellBlockShown: () => {
      presenter.tellShown();
    },
    openLink: openExternalLink,
  });
  serveRequests({ handlers, logger, ownContentsIds: new Set([window.webContents.id]) });
  followSettings(settings.state, lifecycle);
  links.deliverTo((call) => {
    showWindow(window);
    if (call !== null) passwordLinks.take(call);
  });

  // Off they go.
  queues.start();
  attendances.start();
  network.onDidRenew(() => realtime.verify());
  powerMonitor.on('resume', () => realtime.wakeUp());
  if (isTest) {
    const { openTestDoors } = await import('./testing/testDoors');
    openTestDoors({ accessTokens, vault, handlers, messenger });
  }
  void session.start();
  if (settings.hadSession) transport.prepare();
  void logger.open();
  registerLinksLater(clock, logger);
  watchCrashes(clock, logger);
  updates.start();
  startAtLoginLater(settings, clock, logger);
};
