import type { DeepLink } from '../../../shared/rules/deepLink';

/** Somebody wants the app: with a link, or by starting it a second time (null). */
export type Call = DeepLink | null;

/**
 * Holds what arrives before anybody can deal with it: the link the app was started with comes before the first window.
 * Of several the newest link is kept.
 */
export class LinkInbox {
  #waiting: DeepLink | undefined;
  #deliver: ((call: Call) => void) | undefined;

  receive(call: Call): void {
    if (this.#deliver !== undefined) this.#deliver(call);
    else if (call !== null) this.#waiting = call;
  }

  /** From now on everything goes to this one, beginning with what waits. */
  deliverTo(deliver: (call: Call) => void): void {
    this.#deliver = deliver;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) deliver(waiting);
  }
}
