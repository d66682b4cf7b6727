import { ObservableState, type Observable } from '../base/observable';
import type { Clock } from '../base/clock';

/**
 * Whether the platform answers, as calls and the event stream found it.
 *
 *     reachable ⇄ unreachable
 *
 * An answer of the platform's, be it a refusal, means reachable. No answer, a 5xx, or an answer that somebody in between
 * made means unreachable; `since` is the first of them, in milliseconds since 1970 by this computer's clock.
 */
export type ReachabilityState =
  { readonly kind: 'reachable' } | { readonly kind: 'unreachable'; readonly since: number };

/** The one owner of what is known of the platform's reachability. Starts as reachable: nothing speaks against it yet. */
export class Reachability {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #state = new ObservableState<ReachabilityState>({ kind: 'reachable' });

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  get state(): Observable<ReachabilityState> {
    return this.#state;
  }

  tellReachable(): void {
    if (this.#state.value.kind !== 'reachable') this.#state.set({ kind: 'reachable' });
  }

  tellUnreachable(): void {
    if (this.#state.value.kind !== 'unreachable') this.#state.set({ kind: 'unreachable', since: this.#clock.now() });
  }
}
