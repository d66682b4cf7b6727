import type { Cancel, PacedClock } from '../base/clock';

/** A clock for tests, which stands still until it is moved. */
export class ManualClock implements PacedClock {
  readonly aheadBy = 0;
  timeScale = 1;
  private appointments: { readonly when: number; readonly callback: () => void }[] = [];

  constructor(private time = Date.parse('2026-11-22T12:00:00.000Z')) {}

  now(): number {
    return this.time;
  }

  at(when: number, callback: () => void): Cancel {
    const appointment = { when, callback };
    this.appointments.push(appointment);
    return () => {
      this.appointments = this.appointments.filter((other) => other !== appointment);
    };
  }

  setTimeScale(timeScale: number): void {
    this.timeScale = timeScale;
  }

  /** Lets time pass, keeping each appointment at its own moment. */
  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.appointments
        .filter(({ when }) => when <= end)
        .sort((left, right) => left.when - right.when)
        .at(0);
      if (!next) break;
      this.appointments = this.appointments.filter((other) => other !== next);
      this.time = Math.max(this.time, next.when);
      next.callback();
    }
    this.time = end;
  }
}
