import type { Clock } from '../base/clock';

/** Aborts its signal once it has not been restarted for `limit` milliseconds. */
export class Watchdog {
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #controller = new AbortController();
  #cancel: () => void = () => undefined;

  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(): void {
    this.#cancel();
    this.#cancel = this.#clock.schedule(this.#limit, () => this.#controller.abort());
  }

  stop(): void {
    this.#cancel();
  }
}
