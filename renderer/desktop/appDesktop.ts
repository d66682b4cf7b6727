import { appEvents as events, appRequests as requests } from '../../shared/ipc/app';
import { ask, askWith, listen } from './parsing';

/** The verbs and events that the first screen needs. Every verb may throw a `DesktopAnswerError`. */
export const appDesktop = {
  tellReady: ask('app:ready', requests['app:ready'], () => window.desktop.tellReady()),
  reportDefect: askWith('app:report-defect', requests['app:report-defect'], (argument) =>
    window.desktop.reportDefect(argument),
  ),
  recoverInterface: ask('app:recover', requests['app:recover'], () => window.desktop.recoverInterface()),
  tellBlockShown: ask('leaving:tell-shown', requests['leaving:tell-shown'], () => window.desktop.tellBlockShown()),
  signIn: askWith('session:sign-in', requests['session:sign-in'], (argument) => window.desktop.signIn(argument)),
  readLoginOptions: askWith('session:read-login-options', requests['session:read-login-options'], (argument) =>
    window.desktop.readLoginOptions(argument),
  ),
  signInWithMicrosoft: askWith(
    'session:sign-in-with-microsoft',
    requests['session:sign-in-with-microsoft'],
    (argument) => window.desktop.signInWithMicrosoft(argument),
  ),
  cancelMicrosoft: ask('session:cancel-microsoft', requests['session:cancel-microsoft'], () =>
    window.desktop.cancelMicrosoft(),
  ),
  requestPasswordLink: askWith('password:request-link', requests['password:request-link'], (argument) =>
    window.desktop.requestPasswordLink(argument),
  ),
  openPasswordLink: ask('password:open-link', requests['password:open-link'], () => window.desktop.openPasswordLink()),
  dismissPasswordLink: ask('password:dismiss-link', requests['password:dismiss-link'], () =>
    window.desktop.dismissPasswordLink(),
  ),
  savePassword: askWith('password:save', requests['password:save'], (argument) =>
    window.desktop.savePassword(argument),
  ),
  retryConnection: ask('connection:retry', requests['connection:retry'], () => window.desktop.retryConnection()),
  changeSettings: askWith('settings:change', requests['settings:change'], (argument) =>
    window.desktop.changeSettings(argument),
  ),

  onSessionChanged: listen('session:changed', events['session:changed'], (listener) =>
    window.desktop.onSessionChanged(listener),
  ),
  onConnectionChanged: listen('connection:changed', events['connection:changed'], (listener) =>
    window.desktop.onConnectionChanged(listener),
  ),
  onClockChanged: listen('connection:clock-changed', events['connection:clock-changed'], (listener) =>
    window.desktop.onClockChanged(listener),
  ),
  onSettingsChanged: listen('settings:changed', events['settings:changed'], (listener) =>
    window.desktop.onSettingsChanged(listener),
  ),
  onPasswordLinkChanged: listen('password:link-changed', events['password:link-changed'], (listener) =>
    window.desktop.onPasswordLinkChanged(listener),
  ),
  onLeavingBlocked: listen('leaving:blocked', events['leaving:blocked'], (listener) =>
    window.desktop.onLeavingBlocked(listener),
  ),
} as const;
