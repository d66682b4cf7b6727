import { pause, type Clock } from '../base/clock';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';

/** As much of Electron's `Session` as holds something of an agent. */
export interface TraceHolder {
  clearStorageData(): Promise<void>;
  clearCache(): Promise<void>;
  clearAuthCache(): Promise<void>;
}

export interface AgentTracesOptions {
  readonly holders: readonly TraceHolder[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long wiping may hold up whoever waits for it, in milliseconds. */
const wipeLimit = 3_000;

/**
 * What an agent leaves behind in Chromium's memories: drafts, pictures, cookies, answers. The next agent at this computer
 * finds nothing of it.
 */
export class AgentTraces {
  readonly #options: AgentTracesOptions;
  #wiping: Promise<void> = Promise.resolve();

  constructor(options: AgentTracesOptions) {
    this.#options = options;
  }

  /** Wipes all of it. What fails is logged. */
  wipe(): void {
    this.#wiping = Promise.all([this.#wiping, ...this.#options.holders.map((holder) => this.#clear(holder))]).then(
      () => undefined,
    );
  }

  /** Resolves once all is wiped, or after three seconds. */
  async whenIdle(): Promise<void> {
    const done = new AbortController();
    const wiped = this.#wiping.then(() => {
      done.abort();
    });
    await Promise.race([wiped, pause(this.#options.clock, wipeLimit, done.signal)]);
  }

  async #clear(holder: TraceHolder): Promise<void> {
    const cleared = await Promise.allSettled([holder.clearStorageData(), holder.clearCache(), holder.clearAuthCache()]);
    for (const part of cleared) {
      if (part.status === 'rejected') {
        this.#options.logger.error('traces of the agent could not be wiped', { ...describeError(part.reason) });
      }
    }
  }
}
