import type { EndpointAnswer, EndpointName } from '../../../shared/platform/endpoints';
import type { PlatformEvent } from '../../../shared/platform/events';
import type { ConnectionState } from '../../../shared/state/connection';
import { fail } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import { Emitter, ObservableState } from '../base/observable';
import type { Unsubscribe } from '../base/observable';
import type { Logger } from '../logging/logger';
import type { CallOptions, Platform } from '../platform/platform';
import type { Realtime } from '../realtime/realtime';

type Answer<Name extends EndpointName> = Result<EndpointAnswer<Name>>;

type Handlers = {
  [Name in EndpointName]?: (options: CallOptions<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** For tests: answers what the test says, and keeps the names of the calls in order. */
export class FakePlatform implements Platform {
  readonly calls: EndpointName[] = [];
  readonly #handlers: Handlers;

  constructor(handlers: Handlers) {
    this.#handlers = handlers;
  }

  async call<Name extends EndpointName>(name: Name, options: CallOptions<Name> = {}): Promise<Answer<Name>> {
    this.calls.push(name);
    const handler: Handlers[Name] = this.#handlers[name];
    return handler === undefined ? fail({ kind: 'refused', code: 'not-found' }) : handler(options);
  }

  count(name: EndpointName): number {
    return this.calls.filter((call) => call === name).length;
  }
}

/** For tests: the test speaks for the platform, and decides when everything is read again. */
export class FakeRealtime implements Realtime {
  readonly connection = new ObservableState<ConnectionState>({ kind: 'live' });
  readonly clockOffset = new ObservableState(0);
  readonly #events = new Emitter<PlatformEvent>();
  readonly #readers = new Set<() => Promise<Result<undefined>>>();

  onEvent(listener: (event: PlatformEvent) => void): Unsubscribe {
    return this.#events.on(listener);
  }

  onReadAgain(reader: () => Promise<Result<undefined>>): Unsubscribe {
    this.#readers.add(reader);
    return () => void this.#readers.delete(reader);
  }

  tell(event: PlatformEvent): void {
    this.#events.emit(event);
  }

  readAgain(): Promise<Result<undefined>[]> {
    return Promise.all([...this.#readers].map((reader) => reader()));
  }
}

/** For tests: an answer that is on its way until the test lets it arrive. */
export const createDelayed = <Value>() => {
  let arrive: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    arrive = resolve;
  });
  return { promise, arrive: (value: Value) => arrive(value) };
};

const ignore = () => undefined;

export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
