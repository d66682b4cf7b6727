import type { EventChannel, RequestArgument, RequestChannel } from './contract';

type Verb<Channel extends RequestChannel> =
  undefined extends RequestArgument<Channel>
    ? () => Promise<unknown>
    : (argument: RequestArgument<Channel>) => Promise<unknown>;

/** Calls the listener with each payload until the returned function is called. */
type Subscribe = (listener: (payload: unknown) => void) => () => void;

/** Channel names paired with the verbs of `window.desktop`: the compiler holds both to the contract. */
export const requestVerbs = {
  tellReady: 'app:ready',
  reportDefect: 'app:report-defect',
  recoverInterface: 'app:recover',
  tellBlockShown: 'leaving:tell-shown',
  signIn: 'session:sign-in',
  readLoginOptions: 'session:read-login-options',
  signInWithMicrosoft: 'session:sign-in-with-microsoft',
  cancelMicrosoft: 'session:cancel-microsoft',
  requestPasswordLink: 'password:request-link',
  openPasswordLink: 'password:open-link',
  dismissPasswordLink: 'password:dismiss-link',
  savePassword: 'password:save',
  retryConnection: 'connection:retry',
  changeSettings: 'settings:change',
  tellShellReady: 'shell:ready',
  signOut: 'session:sign-out',
  leaveAnyway: 'leaving:leave-anyway',
  changeName: 'profile:change-name',
  changePhoto: 'profile:change-photo',
  logInToQueues: 'queues:log-in',
  logOutOfQueues: 'queues:log-out',
  pauseQueue: 'queues:pause',
  resumeQueue: 'queues:resume',
  acceptAttendance: 'attendances:accept',
  rejectAttendance: 'attendances:reject',
  openAttendance: 'attendances:open',
  loadOlderMessages: 'attendances:load-older',
  sendMessage: 'attendances:send-message',
  discardMessage: 'attendances:discard-message',
  writeDraft: 'drafts:write',
  finishAttendance: 'attendances:finish',
  readCustomerHistory: 'attendances:read-customer-history',
  checkForUpdates: 'updates:check',
  downloadUpdate: 'updates:download',
  installUpdate: 'updates:install',
  postponeUpdate: 'updates:postpone',
  copyText: 'shell:copy-text',
  readAbout: 'shell:read-about',
  openLink: 'shell:open-link',
} as const satisfies Readonly<Record<string, RequestChannel>>;

export const eventVerbs = {
  onSessionChanged: 'session:changed',
  onConnectionChanged: 'connection:changed',
  onClockChanged: 'connection:clock-changed',
  onSettingsChanged: 'settings:changed',
  onPasswordLinkChanged: 'password:link-changed',
  onLeavingBlocked: 'leaving:blocked',
  onPresenceChanged: 'presence:changed',
  onAttendancesChanged: 'attendances:changed',
  onConversationChanged: 'attendances:conversation-changed',
  onDraftsRestored: 'drafts:restored',
  onUpdateChanged: 'updates:changed',
} as const satisfies Readonly<Record<string, EventChannel>>;

export type RequestVerbs = typeof requestVerbs;
export type EventVerbs = typeof eventVerbs;

/**
 * `window.desktop`, all a renderer has of the machine. Payloads are `unknown` until `renderer/desktop` has parsed them.
 */
export type Desktop = { readonly [Name in keyof RequestVerbs]: Verb<RequestVerbs[Name]> } & {
  readonly [Name in keyof EventVerbs]: Subscribe;
};
