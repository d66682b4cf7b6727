export type Unsubscribe = () => void;

/** Tells its listeners, in the order they came, of each thing that happened. A listener may unsubscribe while told. */
export class Emitter<Payload> {
  readonly #listeners = new Set<(payload: Payload) => void>();

  on(listener: (payload: Payload) => void): Unsubscribe {
    // Wrapped, so that the same function subscribed twice is told twice and unsubscribes once.
    const entry = (payload: Payload) => listener(payload);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  emit(payload: Payload): void {
    for (const listener of [...this.#listeners]) listener(payload);
  }
}

/** What others may do with a state that somebody else owns. */
export interface Observable<State> {
  readonly value: State;
  onDidChange(listener: (state: State) => void): Unsubscribe;
}

/** A state with its one owner. Setting the very same value tells nobody. */
export class ObservableState<State> implements Observable<State> {
  readonly #changes = new Emitter<State>();
  #value: State;

  constructor(initial: State) {
    this.#value = initial;
  }

  get value(): State {
    return this.#value;
  }

  set(value: State): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#changes.emit(value);
  }

  onDidChange(listener: (state: State) => void): Unsubscribe {
    return this.#changes.on(listener);
  }
}
