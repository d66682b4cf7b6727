import type { Session } from 'electron';
import { Emitter, type Unsubscribe } from '../base/observable';
import type { TraceHolder } from '../session/agentTraces';
import type { Fetch } from './fetch';

export interface NetworkSession {
  readonly session: Pick<Session, 'fetch'> & TraceHolder;
  /** Resolves once its requests go through the proxy that is wanted. */
  readonly whenReady: Promise<void>;
}

export interface PlatformNetworkOptions {
  /** Electron's `app`. */
  readonly app: {
    on(
      event: 'child-process-gone',
      listener: (event: unknown, details: { readonly serviceName?: string }) => void,
    ): unknown;
  };
  readonly open: (name: string) => NetworkSession;
}

/** Chromium's name for its process for the network. */
const networkService = 'network.mojom.NetworkService';

/**
 * The way to the platform, through a session that nothing else uses.
 *
 * Where Chromium's process for the network dies, Chromium starts another one. But a session that has fetched before goes
 * on asking the dead one, and each of its requests fails at once with `net::ERR_FAILED` for as long as the app runs:
 * seen on Electron 33, reported up to 40 (electron/electron#49572). So a new session takes its place.
 */
export class PlatformNetwork implements TraceHolder {
  readonly #options: PlatformNetworkOptions;
  readonly #renewals = new Emitter<undefined>();
  #current: NetworkSession;
  #opened = 1;

  constructor(options: PlatformNetworkOptions) {
    this.#options = options;
    this.#current = options.open('platform');
    options.app.on('child-process-gone', (_event, { serviceName }) => {
      if (serviceName === networkService) this.#renew();
    });
  }

  get whenReady(): Promise<void> {
    return this.#current.whenReady;
  }

  readonly fetch: Fetch = async (input, init) => {
    const { session, whenReady } = this.#current;
    await whenReady;
    return session.fetch(input instanceof URL ? input.href : input, init);
  };

  /** Every connection is lost, and new ones can be made. */
  onDidRenew(listener: () => void): Unsubscribe {
    return this.#renewals.on(listener);
  }

  clearStorageData(): Promise<void> {
    return this.#current.session.clearStorageData();
  }

  clearCache(): Promise<void> {
    return this.#current.session.clearCache();
  }

  clearAuthCache(): Promise<void> {
    return this.#current.session.clearAuthCache();
  }

  #renew(): void {
    this.#opened += 1;
    this.#current = this.#options.open(`platform-${String(this.#opened)}`);
    this.#renewals.emit(undefined);
  }
}
