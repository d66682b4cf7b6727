import { create } from 'zustand';
import type { ConnectionState } from '../../shared/state/connection';
import type { LeaveBlocked } from '../../shared/state/leaving';
import { freeLoginRules, type LoginRules } from '../../shared/state/loginRules';
import type { PasswordLinkState } from '../../shared/state/passwordLink';
import type { SessionState } from '../../shared/state/session';
import type { SettingsState } from '../../shared/state/settings';
import { appDesktop } from './appDesktop';

interface AppMirror {
  /** Null until main has answered. */
  readonly version: string | null;
  readonly session: SessionState;
  readonly connection: ConnectionState;
  /** What to add to this computer's clock to get the platform's, in milliseconds. */
  readonly clockOffset: number;
  /** Null until main has answered. */
  readonly settings: SettingsState | null;
  /** As without policies until main has answered. */
  readonly loginRules: LoginRules;
  readonly passwordLink: PasswordLinkState;
  /** The refusal to show, until the agent has read it. */
  readonly leavingBlocked: LeaveBlocked | null;
}

interface AppStore extends AppMirror {
  readonly dismissLeavingBlocked: () => void;
}

const initial: AppMirror = {
  version: null,
  session: { kind: 'starting' },
  connection: { kind: 'idle' },
  clockOffset: 0,
  settings: null,
  loginRules: freeLoginRules,
  passwordLink: { kind: 'none' },
  leavingBlocked: null,
};

/** A mirror of what main owns; filled by `connectAppStore`, never changed by a screen. */
export const useAppStore = create<AppStore>()((set) => ({
  ...initial,
  dismissLeavingBlocked: () => set({ leavingBlocked: null }),
}));

/**
 * Mirrors main from now on, and tells main that this page listens. What main sent meanwhile is newer than its answer to
 * that, so it stays. Returns the way out.
 */
export const connectAppStore = async (): Promise<() => void> => {
  const heard = new Set<keyof AppMirror>();
  const hear = (change: Partial<AppMirror>) => {
    (['session', 'connection', 'clockOffset', 'settings', 'passwordLink'] as const)
      .filter((part) => part in change)
      .forEach((part) => heard.add(part));
    useAppStore.setState(change);
  };
  const stops = [
    appDesktop.onSessionChanged((session) =>
      hear(session.kind === 'signed-out' ? { session, leavingBlocked: null } : { session }),
    ),
    appDesktop.onConnectionChanged((connection) => hear({ connection })),
    appDesktop.onClockChanged((clockOffset) => hear({ clockOffset })),
    appDesktop.onSettingsChanged((settings) => hear({ settings })),
    appDesktop.onPasswordLinkChanged((passwordLink) => hear({ passwordLink })),
    appDesktop.onLeavingBlocked((leavingBlocked) => hear({ leavingBlocked })),
  ];
  const answer = await appDesktop.tellReady();
  useAppStore.setState((now) => ({
    version: answer.version,
    loginRules: answer.loginRules,
    session: heard.has('session') ? now.session : answer.session,
    connection: heard.has('connection') ? now.connection : answer.connection,
    clockOffset: heard.has('clockOffset') ? now.clockOffset : answer.clockOffset,
    settings: heard.has('settings') ? now.settings : answer.settings,
    passwordLink: heard.has('passwordLink') ? now.passwordLink : answer.passwordLink,
  }));
  return () => stops.forEach((stop) => stop());
};
