import type { LifecycleService } from './lifecycleService';

interface SessionEndEvent {
  preventDefault(): void;
  /** From Electron 35 on; which of shutdown, close-app, critical and logoff it is. */
  readonly reasons?: readonly string[];
}

export interface SessionEndGuardParts {
  /** The window that Windows asks. Electron's own types leave the event out where it does not exist. */
  readonly window: NodeJS.EventEmitter;
  readonly lifecycle: Pick<LifecycleService, 'plan'>;
  readonly showHeldTitle: () => void;
}

/**
 * Delays Windows' shutdown or sign-out while attendances are in progress. Windows shows the window's title as the
 * reason, and sends no `before-quit`. Electron has `query-session-end` from 35 on; before that it never comes, and only
 * what is saved in `session-end` is left.
 */
export const guardSessionEnd = ({ window, lifecycle, showHeldTitle }: SessionEndGuardParts): void => {
  window.on('query-session-end', (event: SessionEndEvent) => {
    const isCritical = event.reasons?.includes('critical') ?? false;
    if (lifecycle.plan({ kind: 'query-session-end', isCritical }).kind !== 'hold') return;
    event.preventDefault();
    showHeldTitle();
  });
  window.on('session-end', () => void lifecycle.plan({ kind: 'session-end' }));
};
