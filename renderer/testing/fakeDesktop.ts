import type { EventChannel, EventPayload } from '../../shared/ipc/contract';
import type { Desktop } from '../../shared/ipc/desktop';
import type { Agent } from '../../shared/platform/agent';
import type { Attendance } from '../../shared/platform/attendances';
import type { Presence } from '../../shared/platform/queues';
import type { ConnectionState } from '../../shared/state/connection';
import { freeLoginRules, type LoginRules } from '../../shared/state/loginRules';
import type { PasswordLinkState } from '../../shared/state/passwordLink';
import { policyNames, type AboutApp } from '../../shared/state/policy';
import type { SessionState } from '../../shared/state/session';
import type { SettingsState } from '../../shared/state/settings';
import type { UpdateState } from '../../shared/state/update';
import { succeed } from '../../shared/state/problem';

/** An agent who may do everything, for tests. */
export const ana: Agent = {
  id: 'ana',
  name: 'Ana Souza',
  email: 'ana@empresa.com.br',
  extension: '2041',
  photo: null,
  permissions: ['attendance'],
  maximumAttendances: 5,
  omnichannel: { enabled: true },
};

export interface FakeWorld {
  readonly session: SessionState;
  readonly connection: ConnectionState;
  readonly settings: SettingsState;
  readonly loginRules: LoginRules;
  readonly passwordLink: PasswordLinkState;
  readonly presence: Presence | null;
  readonly attendances: readonly Attendance[];
  readonly update: UpdateState;
}

/** Settings as they are before anybody changes them. */
export const usualSettings: SettingsState = {
  language: null,
  theme: 'system',
  isSideMenuCollapsed: false,
  microsoftPlace: 'popup',
  closesToTray: false,
  startsAtLogin: false,
  lastEmail: null,
  effectiveLanguage: 'pt-BR',
  enforced: [],
};

/** An app on a computer that nobody manages. */
export const plainAbout: AboutApp = {
  version: '0.0.0',
  electron: '45.4.1',
  chromium: '140.0.0.0',
  system: 'Linux 6.1 (x64)',
  platformUrl: 'https://app.smartspace.us',
  policies: policyNames.map((policy) => ({ policy, value: null, origin: 'built-in', place: null })),
  defects: [],
};

const quietWorld: FakeWorld = {
  session: { kind: 'signed-in', agent: ana, survivesRestart: true },
  connection: { kind: 'live' },
  settings: usualSettings,
  loginRules: freeLoginRules,
  passwordLink: { kind: 'none' },
  presence: null,
  attendances: [],
  update: { kind: 'idle', checkedAt: null },
};

/** What main would be to a page: `desktop` goes where the preload puts it, `emit` plays main's events. */
export interface FakeMain {
  readonly desktop: Desktop;
  readonly emit: <Channel extends EventChannel>(channel: Channel, payload: EventPayload<Channel>) => void;
}

/**
 * A main that knows one world and does what it is asked without changing it. `verbs` replaces what a test is about.
 */
export const createFakeMain = (world: Partial<FakeWorld> = {}, verbs: Partial<Desktop> = {}): FakeMain => {
  const { session, connection, settings, loginRules, passwordLink, presence, attendances, update } = {
    ...quietWorld,
    ...world,
  };
  const listeners = new Map<EventChannel, Set<(payload: unknown) => void>>();
  const on = (channel: EventChannel) => (listener: (payload: unknown) => void) => {
    const ofChannel = listeners.get(channel) ?? new Set();
    listeners.set(channel, ofChannel.add(listener));
    return () => void ofChannel.delete(listener);
  };
  const nothing = () => Promise.resolve(undefined);
  const done = () => Promise.resolve(succeed(undefined));
  const desktop: Desktop = {
    tellReady: () =>
      Promise.resolve({ version: '0.0.0', session, connection, clockOffset: 0, settings, loginRules, passwordLink }),
    reportDefect: nothing,
    recoverInterface: nothing,
    tellBlockShown: nothing,
    signIn: done,
    readLoginOptions: () => Promise.resolve(succeed({ password: true, microsoft: false, selfManaged: false })),
    signInWithMicrosoft: () => Promise.resolve(succeed('cancelled')),
    cancelMicrosoft: nothing,
    requestPasswordLink: done,
    openPasswordLink: nothing,
    dismissPasswordLink: nothing,
    savePassword: () => Promise.resolve(succeed('saved')),
    retryConnection: nothing,
    changeSettings: nothing,
    tellShellReady: () =>
      Promise.resolve({
        presence: { presence, heardAt: presence === null ? null : Date.now() },
        attendances: { isLoaded: true, attendances },
        conversation: null,
        drafts: [],
        wasReloaded: false,
        update,
      }),
    signOut: () => Promise.resolve('allowed'),
    leaveAnyway: () => Promise.resolve('vetoed'),
    changeName: done,
    changePhoto: done,
    logInToQueues: done,
    logOutOfQueues: done,
    pauseQueue: done,
    resumeQueue: done,
    acceptAttendance: done,
    rejectAttendance: done,
    openAttendance: nothing,
    loadOlderMessages: nothing,
    sendMessage: nothing,
    discardMessage: nothing,
    writeDraft: nothing,
    finishAttendance: done,
    readCustomerHistory: () => Promise.resolve(succeed([])),
    checkForUpdates: nothing,
    downloadUpdate: nothing,
    installUpdate: nothing,
    postponeUpdate: nothing,
    copyText: nothing,
    readAbout: () => Promise.resolve(plainAbout),
    openLink: () => Promise.resolve(true),
    onSessionChanged: on('session:changed'),
    onConnectionChanged: on('connection:changed'),
    onClockChanged: on('connection:clock-changed'),
    onSettingsChanged: on('settings:changed'),
    onPasswordLinkChanged: on('password:link-changed'),
    onLeavingBlocked: on('leaving:blocked'),
    onPresenceChanged: on('presence:changed'),
    onAttendancesChanged: on('attendances:changed'),
    onConversationChanged: on('attendances:conversation-changed'),
    onDraftsRestored: on('drafts:restored'),
    onUpdateChanged: on('updates:changed'),
    ...verbs,
  };
  return {
    desktop,
    emit: (channel, payload) => listeners.get(channel)?.forEach((listener) => listener(payload)),
  };
};
