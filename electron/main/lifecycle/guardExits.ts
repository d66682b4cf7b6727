import { app, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import { exitEvents } from './exitPlan';
import type { ExitEvent, System } from './exitPlan';
import { guardSessionEnd } from './guardSessionEnd';
import type { LifecycleService } from './lifecycleService';

/** What other systems' tools, and a session that ends, ask a process to stop with. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export interface ExitGuardParts {
  readonly window: BrowserWindow;
  readonly lifecycle: LifecycleService;
  readonly system: System;
  /** Whether closing is to hide the window now; looks whether there is a tray. */
  readonly hidesToTray: () => Promise<boolean>;
  readonly hideToTray: () => Promise<void>;
  /** Has the window's title say what the computer waits for. */
  readonly showHeldTitle: () => void;
}

/**
 * Stands at every way out that opens by itself, and leads it to `requestLeave`. An event must be prevented before the
 * first await: after it, Electron has long gone on.
 */
export const guardExits = (parts: ExitGuardParts): void => {
  const comes = (kind: ExitEvent['kind']) => exitEvents[parts.system].includes(kind);
  guardQuit(parts);
  guardWindow(parts);
  if (comes('query-session-end')) guardSessionEnd(parts);
  // On Linux, listening takes a lock of logind's that gives the app a few seconds.
  if (comes('shutdown')) powerMonitor.on('shutdown', () => void parts.lifecycle.plan({ kind: 'shutdown' }));
};

/**
 * The menu, Ctrl/Cmd+Q, the dock, a log-out of macOS, and signals. Order of a quit: `before-quit`, each window's
 * `close`, `will-quit`, `quit`.
 *
 * Electron by itself turns a signal into a quit once: it then gives it back to the system, and the same signal sent
 * again ends the process on the spot.
 */
const guardQuit = ({ lifecycle }: ExitGuardParts): void => {
  app.on('before-quit', (event) => {
    const plan = lifecycle.plan({ kind: 'before-quit' });
    if (plan.kind !== 'request') return;
    event.preventDefault();
    void lifecycle.requestLeave(plan.reason);
  });
  for (const signal of signals) {
    process.on(signal, () => {
      const plan = lifecycle.plan({ kind: 'signal' });
      if (plan.kind === 'request') void lifecycle.requestLeave(plan.reason);
    });
  }
};

const guardWindow = ({ window, lifecycle, hidesToTray, hideToTray }: ExitGuardParts): void => {
  const close = async () => {
    const plan = lifecycle.plan({ kind: 'close' }, await hidesToTray());
    if (plan.kind === 'hide') await hideToTray();
    if (plan.kind === 'request') await lifecycle.requestLeave(plan.reason);
  };
  window.on('close', (event) => {
    if (lifecycle.plan({ kind: 'close' }).kind === 'pass') return;
    event.preventDefault();
    void close();
  });
};
