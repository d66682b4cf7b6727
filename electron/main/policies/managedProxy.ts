import type { App, Session } from 'electron';
import type { ProxyConfig } from './proxyConfig';

/**
 * Gives every session the company's proxy: those there are, and those still to come, for instance of Microsoft's window.
 * Without one nothing is set, and Chromium follows the system.
 */
export class ManagedProxy {
  readonly #config: ProxyConfig | null;
  readonly #applied = new WeakMap<Session, Promise<void>>();

  constructor(app: Pick<App, 'on'>, config: ProxyConfig | null) {
    this.#config = config;
    if (config === null) return;
    app.on('session-created', (session) => void this.whenApplied(session));
  }

  /** Resolves once requests of this session go through the proxy. */
  whenApplied(session: Session): Promise<void> {
    if (this.#config === null) return Promise.resolve();
    const applied = this.#applied.get(session) ?? session.setProxy({ ...this.#config });
    this.#applied.set(session, applied);
    return applied;
  }
}
