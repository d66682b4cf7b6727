import type { Unsubscribe } from './observable';

/** This computer's time and timers, injected so that a test decides when time passes. */
export interface Clock {
  /** Milliseconds since 1970 by this computer's clock, which may jump in either direction. */
  now(): number;
  /** Calls back once after `delay` milliseconds; the returned function cancels it. Sleep does not count. */
  schedule(delay: number, callback: () => void): Unsubscribe;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `delay` milliseconds, or as soon as `signal` aborts. Never rejects. */
export const pause = (clock: Clock, delay: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const finish = () => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.schedule(delay, finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
