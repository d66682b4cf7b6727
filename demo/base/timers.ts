import type { Cancel, Clock } from './clock';

/** Alarms by name on the platform's clock: setting one again moves it. */
export class Timers {
  private readonly cancels = new Map<string, Cancel>();

  constructor(private readonly clock: Clock) {}

  set(name: string, when: number, callback: () => void): void {
    this.clear(name);
    const cancel = this.clock.at(when, () => {
      this.cancels.delete(name);
      callback();
    });
    this.cancels.set(name, cancel);
  }

  clear(name: string): void {
    this.cancels.get(name)?.();
    this.cancels.delete(name);
  }
}
