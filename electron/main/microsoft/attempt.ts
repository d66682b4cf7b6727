import type { Problem } from '../../../shared/state/problem';

/** How a sign-in ended before it was through: by the agent, or for a reason. */
export type AttemptEnd = { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly problem: Problem };

/** One sign-in under way: ends once, and then takes down whatever it had put up. */
export class Attempt {
  /** Resolves when the sign-in is ended from outside. */
  readonly ended: Promise<AttemptEnd>;
  readonly #controller = new AbortController();
  readonly #endings: (() => void)[] = [];
  #resolve: (end: AttemptEnd) => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Aborts when it ends in whichever way. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Calls back when it ends, at once where it has. */
  onEnd(callback: () => void): void {
    if (this.isOver) callback();
    else this.#endings.push(callback);
  }

  end(end: AttemptEnd): void {
    if (this.isOver) return;
    this.#resolve(end);
    this.finish();
  }

  /** It has come to its own end. */
  finish(): void {
    if (this.isOver) return;
    this.#controller.abort();
    for (const callback of this.#endings.splice(0)) callback();
  }
}
