import type { PlatformEvent, SessionEndReason } from '../../shared/platform/events';
import type { Clock } from '../base/clock';
import { second, toInstant } from '../base/instants';
import { Signal } from '../base/signal';
import type { Caller } from '../http/call';
import { EventLog } from './eventLog';
import { formatEvent } from './serverSentEvents';

/** Where a stream's text goes. */
export interface Sink {
  write(text: string): void;
  end(): void;
}

interface Connection extends Caller {
  readonly sink: Sink;
  sentUpTo: number;
}

/** An agent whose stream broke off still counts as connected for this long, in milliseconds. */
export const connectionGrace = 15 * second;

/** Owns the event streams: what each agent was told, and who is listening. */
export class EventHub {
  /** An agent's first stream opened. */
  readonly connected = new Signal<string>();
  /** An agent's last stream closed. */
  readonly disconnected = new Signal<string>();
  private readonly logs = new Map<string, EventLog>();
  private readonly connections = new Set<Connection>();
  private readonly lastSeenAt = new Map<string, number>();
  private isHeld = false;

  constructor(
    private readonly clock: Clock,
    private readonly firstEventId: number,
  ) {}

  publish(agentId: string, event: PlatformEvent): void {
    this.log(agentId).append(event);
    for (const connection of this.connectionsOf(agentId)) this.catchUp(connection);
  }

  /**
   * Opens a stream. It starts from now, or after `lastEventId` where the client gives one.
   *
   * @returns what to call when the client has gone
   */
  open({ agentId, sessionId }: Caller, lastEventId: string | null, sink: Sink): () => void {
    const wasConnected = this.hasStream(agentId);
    const sentUpTo = lastEventId === null ? this.log(agentId).lastId : Number(lastEventId);
    const connection: Connection = { agentId, sessionId, sink, sentUpTo };
    this.connections.add(connection);
    // A comment, which clients skip: the answer's head goes out with it at once.
    sink.write(': open\n\n');
    this.sendHeartbeat(connection);
    this.catchUp(connection);
    if (!wasConnected) this.connected.send(agentId);
    return () => {
      this.forget(connection);
    };
  }

  /** Ends the streams of a session, telling why unless the agent logged out. */
  endSession({ agentId, sessionId }: Caller, reason: SessionEndReason | null): void {
    for (const connection of this.connectionsOf(agentId).filter((other) => other.sessionId === sessionId)) {
      this.catchUp(connection);
      if (reason !== null && !this.isHeld) {
        connection.sink.write(formatEvent({ type: 'session-ended', reason }, this.log(agentId).takeId()));
      }
      this.close(connection);
    }
  }

  sendHeartbeats(): void {
    for (const connection of this.connections) this.sendHeartbeat(connection);
  }

  /** Keeps streams open and silent; letting go sends what they missed. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    for (const connection of this.connections) this.catchUp(connection);
  }

  cutAll(): void {
    for (const connection of this.connections) this.close(connection);
  }

  forgetHistory(): void {
    for (const log of this.logs.values()) log.forget();
    // Those listening have missed nothing.
    for (const connection of this.connections) connection.sentUpTo = this.log(connection.agentId).lastId;
  }

  hasStream(agentId: string): boolean {
    return this.connectionsOf(agentId).length > 0;
  }

  /** Whether the agent is there: has a stream, or lost it only a moment ago. */
  isConnected(agentId: string): boolean {
    const lastSeenAt = this.lastSeenAt.get(agentId);
    return this.hasStream(agentId) || (lastSeenAt !== undefined && this.clock.now() - lastSeenAt < connectionGrace);
  }

  streams(): readonly Caller[] {
    return [...this.connections].map(({ agentId, sessionId }) => ({ agentId, sessionId }));
  }

  private log(agentId: string): EventLog {
    const log = this.logs.get(agentId) ?? new EventLog(this.firstEventId);
    this.logs.set(agentId, log);
    return log;
  }

  private connectionsOf(agentId: string): readonly Connection[] {
    return [...this.connections].filter((connection) => connection.agentId === agentId);
  }

  private catchUp(connection: Connection): void {
    if (this.isHeld) return;
    const log = this.log(connection.agentId);
    const missed = log.after(connection.sentUpTo);
    if (missed === null) connection.sink.write(formatEvent({ type: 'reset' }, null));
    for (const { id, event } of missed ?? []) connection.sink.write(formatEvent(event, id));
    connection.sentUpTo = log.lastId;
  }

  private sendHeartbeat({ sink }: Connection): void {
    if (this.isHeld) return;
    sink.write(formatEvent({ type: 'heartbeat', serverTime: toInstant(this.clock.now()) }, null));
  }

  private close(connection: Connection): void {
    this.forget(connection);
    connection.sink.end();
  }

  private forget(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.lastSeenAt.set(connection.agentId, this.clock.now());
    if (!this.hasStream(connection.agentId)) this.disconnected.send(connection.agentId);
  }
}
