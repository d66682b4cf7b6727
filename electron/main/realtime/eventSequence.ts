import type { PlatformEvent, SessionEndReason } from '../../../shared/platform/events';
import type { ParsedMessage } from './parseStreamMessage';

/** What a message asks for. */
export type Taken =
  | { readonly kind: 'deliver'; readonly event: PlatformEvent }
  | { readonly kind: 'learn-time'; readonly serverTime: string }
  /** Something was lost: everything is to be read again. */
  | { readonly kind: 'read-again' }
  | { readonly kind: 'end-session'; readonly reason: SessionEndReason }
  /** Held back until everything has been read, seen before, or of no interest. */
  | { readonly kind: 'nothing' };

const nothing: Taken = { kind: 'nothing' };

/**
 * Decides what becomes of each message of the stream, so that none is lost and none counts twice.
 *
 *     behind ──► current      everything has been read; what came meanwhile is delivered
 *       ▲           │
 *       └───────────┘         a `reset`, or an event that could not be understood
 *
 * While `behind`, events are held back. Ids only grow: one that is not above the last is a repetition.
 */
export class EventSequence {
  /** The last id whose event has been delivered: where a new connection resumes. */
  #delivered: number | null = null;
  /** The last id that came, delivered or held back. */
  #received: number | null = null;
  #isBehind = true;
  #heldBack: PlatformEvent[] = [];
  /** Counts what made a reading worthless while it was going on. */
  #losses = 0;

  /** For `Last-Event-ID`, or null: from now on, after reading everything. */
  get resumeAfter(): number | null {
    return this.#delivered;
  }

  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** A new connection: what was held back comes again. */
  reopen(): void {
    this.#heldBack = [];
    this.#received = this.#delivered;
  }

  take(message: ParsedMessage): Taken {
    if (message.kind === 'event') {
      const { event } = message;
      if (event.type === 'heartbeat') return { kind: 'learn-time', serverTime: event.serverTime };
      if (event.type === 'session-ended') return { kind: 'end-session', reason: event.reason };
      if (event.type === 'reset') return this.#reset();
    }
    if (message.id !== null && this.#received !== null && message.id <= this.#received) return nothing;
    this.#received = message.id ?? this.#received;
    if (message.kind === 'malformed') {
      this.#losses += 1;
      const wasBehind = this.#isBehind;
      this.#isBehind = true;
      return wasBehind ? nothing : { kind: 'read-again' };
    }
    if (this.#isBehind) {
      if (message.kind === 'event') this.#heldBack.push(message.event);
      return nothing;
    }
    this.#delivered = this.#received;
    return message.kind === 'event' ? { kind: 'deliver', event: message.event } : nothing;
  }

  /** A reading begins. What it returns belongs into `finishReading`. */
  beginReading(): number {
    return this.#losses;
  }

  /** Everything was read: what to deliver now, or null where it has to be read once more. */
  finishReading(token: number): readonly PlatformEvent[] | null {
    if (token !== this.#losses) return null;
    const events = this.#heldBack;
    this.#heldBack = [];
    this.#isBehind = false;
    this.#delivered = this.#received;
    return events;
  }

  #reset(): Taken {
    const wasBehind = this.#isBehind;
    this.#losses += 1;
    this.#isBehind = true;
    this.#heldBack = [];
    // A platform that was set up anew may count from one again.
    this.#delivered = null;
    this.#received = null;
    return wasBehind ? nothing : { kind: 'read-again' };
  }
}
