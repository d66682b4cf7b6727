import type { Clock } from './clock';
import type { Unsubscribe } from './observable';

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
}

/** For tests: time stands still until the test moves it. */
export class FakeClock implements Clock {
  readonly #timers = new Set<Timer>();
  #now: number;

  constructor(now = Date.parse('2026-11-22T12:00:00.000Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  schedule(delay: number, callback: () => void): Unsubscribe {
    const timer: Timer = { dueAt: this.#now + Math.max(0, delay), callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets `duration` milliseconds pass, calling back in order what falls due, and lets promises settle in between. */
  async advance(duration: number): Promise<void> {
    const end = this.#now + duration;
    await settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.dueAt);
      this.#timers.delete(next);
      next.callback();
      await settle();
    }
    this.#now = end;
  }

  /** The computer sleeps, or somebody sets its clock: time jumps and no timer is called. */
  jump(duration: number): void {
    this.#now += duration;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ dueAt }) => dueAt <= end).sort((left, right) => left.dueAt - right.dueAt)[0];
  }
}

/** Lets everything that needs no more than promises come to rest. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
