import type { PlatformEvent } from '../../../shared/platform/events';
import type { Result } from '../../../shared/state/problem';
import type { ConnectionState } from '../../../shared/state/connection';
import type { Observable, Unsubscribe } from '../base/observable';

/** The line from the platform, as the owners of queues and attendances see it. */
export interface Realtime {
  readonly connection: Observable<ConnectionState>;
  /** What to add to this computer's clock to get the platform's, in milliseconds. */
  readonly clockOffset: Observable<number>;
  /** Events in order, none lost between a read-again and the next. Never `heartbeat`, `reset` or `session-ended`. */
  onEvent(listener: (event: PlatformEvent) => void): Unsubscribe;
  /**
   * Takes part in reading everything again: after connecting anew and after a `reset`. The connection is `live` only
   * when every reader has succeeded; events that came meanwhile are delivered after it.
   */
  onReadAgain(reader: () => Promise<Result<undefined>>): Unsubscribe;
}
