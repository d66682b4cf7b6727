import type { Attendance } from '../../../shared/platform/attendances';
import { isInProgress } from '../../../shared/rules/attendances';
import type { Clock } from '../base/clock';
import { Emitter } from '../base/observable';
import type { Unsubscribe } from '../base/observable';

/**
 * How long a change settles before it is announced, in milliseconds: after a reconnection the platform plays back what
 * was missed, and an offer that came and went must not ring.
 */
const settlingTime = 100;

/** Tells of a new offer once, and of the end of the last attendance in progress. */
export class Announcer {
  readonly #clock: Clock;
  readonly #offered = new Emitter<string>();
  readonly #finishedLast = new Emitter<undefined>();
  #attendances: readonly Attendance[] = [];
  #announced: ReadonlySet<string> = new Set();
  #wasHolding = false;
  #cancel: Unsubscribe | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  onDidOffer(listener: (attendanceId: string) => void): Unsubscribe {
    return this.#offered.on(listener);
  }

  onDidFinishLast(listener: () => void): Unsubscribe {
    return this.#finishedLast.on(listener);
  }

  look(attendances: readonly Attendance[]): void {
    this.#attendances = attendances;
    this.#cancel ??= this.#clock.schedule(settlingTime, () => this.#announce());
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#attendances = [];
    this.#announced = new Set();
    this.#wasHolding = false;
  }

  #announce(): void {
    this.#cancel = null;
    const offers = new Map(this.#attendances.flatMap((attendance) => offerKey(attendance)));
    const newOffers = [...offers].filter(([key]) => !this.#announced.has(key));
    const isHolding = this.#attendances.some(isInProgress);
    const hasFinishedLast = this.#wasHolding && !isHolding;
    this.#announced = new Set(offers.keys());
    this.#wasHolding = isHolding;
    for (const [, attendanceId] of newOffers) this.#offered.emit(attendanceId);
    if (hasFinishedLast) this.#finishedLast.emit(undefined);
  }
}

/** One attendance can be offered to the same agent more than once. */
const offerKey = ({ id, state, offer }: Attendance): [string, string][] =>
  state === 'offered' ? [[`${id} ${offer?.offeredAt ?? ''}`, id]] : [];
