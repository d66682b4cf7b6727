import { ObservableState, type Observable } from '../base/observable';
import type { Clock } from '../base/clock';

/** How many of the latest samples count. */
const sampleCount = 5;
/** A sample this far from what is known, in milliseconds, means that a clock was set: it counts at once. */
const jump = 2_000;
/** Smaller changes, in milliseconds, are the network's jitter and are kept from the listeners. */
const tolerance = 250;

/** Knows how far this computer's clock is from the platform's. */
export class PlatformClock {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #offset = new ObservableState(0);
  #samples: readonly number[] = [];

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** What to add to this computer's clock to get the platform's, in milliseconds. */
  get offset(): Observable<number> {
    return this.#offset;
  }

  /** Milliseconds since 1970 by the platform's clock. */
  now(): number {
    return this.#clock.now() + this.#offset.value;
  }

  /** Takes in a `serverTime` that has just arrived. */
  learn(serverTime: string): void {
    const sample = Date.parse(serverTime) - this.#clock.now();
    if (Number.isNaN(sample)) return;
    const isJump = Math.abs(sample - this.#offset.value) > jump;
    this.#samples = isJump ? [sample] : [...this.#samples, sample].slice(-sampleCount);
    const estimate = median(this.#samples);
    if (Math.abs(estimate - this.#offset.value) > tolerance) this.#offset.set(estimate);
  }
}

/** The middle one: a single answer that was held up on its way does not count. */
const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? 0;
