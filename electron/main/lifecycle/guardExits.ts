import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { LifecycleService } from './lifecycleService';

/** What other systems' tools, and a session that ends, ask a process to stop with. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Leads quitting to `requestLeave`: the menu, Ctrl/Cmd+Q, the dock, and signals. Order of a quit: `before-quit`, each
 * window's `close`, `will-quit`, `quit`.
 *
 * Electron by itself turns a signal into a quit once: it then gives it back to the system, and the same signal sent
 * again ends the process on the spot.
 */
export const guardQuit = (lifecycle: LifecycleService): void => {
  app.on('before-quit', (event) => {
    if (lifecycle.isGone) return;
    event.preventDefault();
    void lifecycle.requestLeave('quit');
  });
  for (const signal of signals) process.on(signal, () => void lifecycle.requestLeave('quit'));
};

/**
 * Leads closing a window to `requestLeave`. The event must be prevented before the first await: after it, Electron has
 * long gone on.
 */
export const guardWindow = (window: BrowserWindow, lifecycle: LifecycleService): void => {
  window.on('close', (event) => {
    if (lifecycle.isGone) return;
    event.preventDefault();
    void lifecycle.requestLeave('close-window');
  });
};

interface SessionEndEvent {
  preventDefault(): void;
  /** From Electron 35 on; which of shutdown, close-app, critical and logoff it is. */
  readonly reasons?: readonly string[];
}

/**
 * Delays Windows' shutdown or sign-out while attendances are in progress. Windows shows the window's title as the
 * reason, and sends no `before-quit`. The event exists on Windows from Electron 35 on; elsewhere it never comes.
 */
export const guardSessionEnd = (window: BrowserWindow, lifecycle: LifecycleService): void => {
  const emitter: NodeJS.EventEmitter = window;
  emitter.on('query-session-end', (event: SessionEndEvent) => {
    if (!lifecycle.decideSessionEnd(event.reasons?.includes('critical') ?? false)) event.preventDefault();
  });
};
