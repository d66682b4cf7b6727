/** Tells listeners, in the order they came, that something has happened. */
export class Signal<Value> {
  private readonly listeners: ((value: Value) => void)[] = [];

  listen(listener: (value: Value) => void): void {
    this.listeners.push(listener);
  }

  send(value: Value): void {
    for (const listener of this.listeners) listener(value);
  }
}
