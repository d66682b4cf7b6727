import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { LeaveReason } from '../../../shared/state/leaving';
import { assertNever } from '../../../shared/rules/assertNever';
import { decideLeave } from './leaveDecision';
import type { LeaveFacts } from './leaveDecision';

/** The systems the app runs on, as far as leaving differs. */
export type System = 'windows' | 'macos' | 'linux';

export const systemOf = (platform: NodeJS.Platform): System => {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
};

/** What Electron or the system announces of its own accord. All else asks `requestLeave` directly. */
export type ExitEvent =
  /** The close button, Alt+F4, Ctrl/Cmd+W. */
  | { readonly kind: 'close' }
  /** The dock and, on macOS, a log-out or shutdown of the computer, which waits for what becomes of it. */
  | { readonly kind: 'before-quit' }
  /** SIGTERM, SIGINT, SIGHUP: other programs, a terminal, a session that ends. */
  | { readonly kind: 'signal' }
  /** Windows asks whether the computer may shut down or the user may sign out, and waits for nothing. */
  | { readonly kind: 'query-session-end'; readonly isCritical: boolean }
  /** Windows is about to end the process. */
  | { readonly kind: 'session-end' }
  /** Linux and macOS are about to shut down. */
  | { readonly kind: 'shutdown' };

/** Which of these can come on a system at all. */
export const exitEvents: Readonly<Record<System, readonly ExitEvent['kind'][]>> = {
  windows: ['close', 'before-quit', 'signal', 'query-session-end', 'session-end'],
  macos: ['close', 'before-quit', 'signal', 'shutdown'],
  linux: ['close', 'before-quit', 'signal', 'shutdown'],
};

export interface ExitCircumstances {
  /** The exit has been decided: what comes now is its own doing. */
  readonly isGone: boolean;
  readonly facts: LeaveFacts;
  /** Closing is to hide the window, and there is a tray to find it in again. */
  readonly hidesToTray: boolean;
}

/** What is to be done, in the very moment of the event. */
export type ExitPlan =
  /** Let it happen. */
  | { readonly kind: 'pass' }
  /** Stop it, and ask `requestLeave` in its place. */
  | { readonly kind: 'request'; readonly reason: LeaveReason }
  /** Stop it, and hide the window: that is no way out, so that attendances go on. */
  | { readonly kind: 'hide' }
  /** Stop it, for these attendances' sake. */
  | { readonly kind: 'hold'; readonly holding: readonly HoldingAttendance[] }
  /** It can't be stopped any more, or must not be: save at once. */
  | { readonly kind: 'flush' };

/** The plan for every event of every system. Pure and synchronous: none of them waits. */
export const planExit = (event: ExitEvent, { isGone, facts, hidesToTray }: ExitCircumstances): ExitPlan => {
  switch (event.kind) {
    case 'close':
      if (isGone) return { kind: 'pass' };
      return hidesToTray ? { kind: 'hide' } : { kind: 'request', reason: 'close-window' };
    case 'before-quit':
    case 'signal':
      return isGone ? { kind: 'pass' } : { kind: 'request', reason: 'quit' };
    case 'query-session-end': {
      const decision = decideLeave('session-end', { ...facts, isCritical: event.isCritical });
      // Also when gone: what is being saved may not be done before the system ends the process.
      return isGone || decision.kind === 'allow' ? { kind: 'flush' } : { kind: 'hold', holding: decision.holding };
    }
    case 'session-end':
    case 'shutdown':
      return { kind: 'flush' };
    default:
      return assertNever(event);
  }
};

/**
 * Whether the system has to be told beforehand that it may not shut down. Windows and macOS ask the app in the moment;
 * logind on Linux asks nobody, but goes by the locks that are held.
 */
export const needsShutdownLock = (system: System, { holding }: Pick<LeaveFacts, 'holding'>): boolean =>
  system === 'linux' && holding.length > 0;
