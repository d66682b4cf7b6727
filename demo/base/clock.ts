/** Takes back something that was to happen later. */
export type Cancel = () => void;

/** The platform's clock. Everything the platform decides by time asks this one, so that tests can let hours pass. */
export interface Clock {
  /** Milliseconds since 1970 by the platform's clock. */
  now(): number;
  /** Calls back once, as soon as the clock has reached `when`; never during this call. */
  at(when: number, callback: () => void): Cancel;
}

/** A clock whose pace can be changed. */
export interface PacedClock extends Clock {
  /** How many times as fast as the computer's clock it runs. */
  readonly timeScale: number;
  /** How far it is ahead of the computer's, in milliseconds. */
  readonly aheadBy: number;
  setTimeScale(timeScale: number): void;
}

/** The computer's own clock and alarm, under the platform's. */
export interface RealTime {
  now(): number;
  after(milliseconds: number, callback: () => void): Cancel;
}

export const systemTime: RealTime = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timeout = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timeout);
    };
  },
};

/** The longest a single alarm of the system may be, in milliseconds; a later one is set again when it rings. */
const longestAlarm = 2_147_483_647;

interface Appointment {
  readonly when: number;
  readonly callback: () => void;
}

/** A clock that runs `timeScale` times as fast as the real one. It never goes back. */
export class ScaledClock implements PacedClock {
  private readonly appointments = new Set<Appointment>();
  private scale = 1;
  private realAnchor: number;
  private anchor: number;
  private cancelAlarm: Cancel = () => undefined;
  private isStopped = false;

  /**
   * @param aheadBy how far ahead of the computer's clock to start, in milliseconds
   * @param afterAppointments called each time appointments have been kept
   */
  constructor(
    private readonly realTime: RealTime = systemTime,
    aheadBy = 0,
    private readonly afterAppointments: () => void = () => undefined,
  ) {
    this.realAnchor = realTime.now();
    this.anchor = this.realAnchor + aheadBy;
  }

  now(): number {
    return Math.floor(this.anchor + Math.max(0, this.realTime.now() - this.realAnchor) * this.scale);
  }

  get timeScale(): number {
    return this.scale;
  }

  get aheadBy(): number {
    return this.now() - this.realTime.now();
  }

  setTimeScale(timeScale: number): void {
    this.anchor = this.now();
    this.realAnchor = this.realTime.now();
    this.scale = timeScale;
    this.setAlarm();
  }

  at(when: number, callback: () => void): Cancel {
    const appointment: Appointment = { when, callback };
    this.appointments.add(appointment);
    this.setAlarm();
    return () => {
      this.appointments.delete(appointment);
      if (this.appointments.size === 0) this.cancelAlarm();
    };
  }

  /** Forgets every appointment, and takes no more. */
  stop(): void {
    this.isStopped = true;
    this.appointments.clear();
    this.cancelAlarm();
  }

  private setAlarm(): void {
    this.cancelAlarm();
    if (this.isStopped || this.appointments.size === 0) return;
    const next = Math.min(...[...this.appointments].map(({ when }) => when));
    const wait = Math.ceil(Math.max(0, next - this.now()) / this.scale);
    this.cancelAlarm = this.realTime.after(Math.min(wait, longestAlarm), () => {
      this.keepAppointments();
    });
  }

  private keepAppointments(): void {
    const now = this.now();
    const due = [...this.appointments].filter(({ when }) => when <= now).sort((left, right) => left.when - right.when);
    for (const appointment of due) {
      // An earlier one of this round may have cancelled it.
      if (this.appointments.delete(appointment)) appointment.callback();
    }
    this.setAlarm();
    if (due.length > 0) this.afterAppointments();
  }
}
