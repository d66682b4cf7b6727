import type { Attendance, Message } from '../../shared/platform/attendances';
import type { Clock } from '../base/clock';
import { second } from '../base/instants';
import { Signal } from '../base/signal';
import { invalidRequest, notFound, ProblemError } from '../http/problemError';
import type { Agents } from '../profile/agents';
import type { QueueCatalogue } from '../queues/queueCatalogue';
import type { AttendanceBook } from './attendanceBook';
import { agentOf, isOpen, type AttendanceRecord } from './attendanceRecord';
import type { Customers } from './customers';
import type { Distributor } from './distributor';

/** When the customer's device has an agent's message, and when the customer has read it, in milliseconds. */
const deliveredAfter = 0.5 * second;
const readAfter = 3 * second;

const customerLeft = 'O cliente encerrou a conversa.';

/** What agents and customers do in an attendance. */
export class Conversations {
  readonly agentWrote = new Signal<Message>();

  constructor(
    private readonly book: AttendanceBook,
    private readonly distributor: Distributor,
    private readonly agents: Agents,
    private readonly queues: QueueCatalogue,
    private readonly customers: Customers,
    private readonly clock: Clock,
  ) {}

  /** A customer arrives in a queue. Throws `not-found`. */
  arrive(queueId: string, customerId: string, text: string | null): AttendanceRecord {
    const { id } = this.book.add(queueId, customerId);
    if (text !== null) this.customerWrites(id, text);
    this.distributor.run();
    return this.book.get(id);
  }

  /** Throws `not-found`, `already-finished`. */
  customerWrites(attendanceId: string, text: string): Message {
    const record = this.book.get(attendanceId);
    if (!isOpen(record)) throw new ProblemError({ code: 'already-finished' });
    const authorName = this.customers.get(record.customerId).name;
    return this.book.addMessage(attendanceId, { direction: 'from-customer', authorName, text, clientMessageId: null });
  }

  /**
   * The customer gives up: what waits or rings is over; in progress, the agent is told and finishes it. Throws
   * `not-found`, `already-finished`.
   */
  withdraw(attendanceId: string): void {
    const record = this.book.get(attendanceId);
    if (!isOpen(record)) throw new ProblemError({ code: 'already-finished' });
    if (record.progress.kind === 'in-progress') {
      const draft = {
        direction: 'system',
        authorName: 'Smartspace',
        text: customerLeft,
        clientMessageId: null,
      } as const;
      this.book.addMessage(attendanceId, draft);
      return;
    }
    this.distributor.forget(attendanceId);
    this.book.change(attendanceId, { progress: { kind: 'withdrawn', at: this.clock.now() } });
    this.distributor.run();
  }

  /** Throws `not-found`, `already-finished`. The same `clientMessageId` again answers the message it made before. */
  send(agentId: string, attendanceId: string, clientMessageId: string, text: string): Message {
    const record = this.requireOwn(agentId, attendanceId);
    const earlier = this.book.messagesOf(record.id).find((message) => message.clientMessageId === clientMessageId);
    if (earlier) return earlier;
    if (record.progress.kind === 'finished') throw new ProblemError({ code: 'already-finished' });
    const authorName = this.agents.get(agentId).name;
    const message = this.book.addMessage(record.id, { direction: 'from-agent', authorName, text, clientMessageId });
    this.deliver(message);
    this.agentWrote.send(message);
    return message;
  }

  /** Throws `not-found`. Reading less than was read before changes nothing. */
  markRead(agentId: string, attendanceId: string, sequence: number): Attendance {
    const record = this.requireOwn(agentId, attendanceId);
    const readUpTo = Math.min(sequence, this.book.messagesOf(record.id).length);
    return this.book.view(readUpTo > record.readUpTo ? this.book.change(record.id, { readUpTo }) : record);
  }

  /** Throws `not-found`, `already-finished`, and `invalid-request` for a disposition that is not the queue's. */
  finish(agentId: string, attendanceId: string, dispositionId: string): Attendance {
    const { id, queueId, progress } = this.requireOwn(agentId, attendanceId);
    if (progress.kind !== 'in-progress') throw new ProblemError({ code: 'already-finished' });
    if (!this.queues.get(queueId).dispositions.some((disposition) => disposition.id === dispositionId)) {
      throw invalidRequest('body.dispositionId');
    }
    const { startedAt } = progress;
    const finishedAt = this.clock.now();
    const finished = this.book.change(id, {
      progress: { kind: 'finished', agentId, startedAt, finishedAt, dispositionId },
    });
    this.distributor.run();
    return this.book.view(finished);
  }

  /** Goes on delivering what was on its way when the platform stopped. */
  resume(): void {
    for (const { id } of this.book.all()) {
      for (const message of this.book.messagesOf(id)) {
        if (message.direction === 'from-agent' && message.delivery !== 'read') this.deliver(message);
      }
    }
  }

  private deliver({ attendanceId, sequence }: Message): void {
    const sentAt = this.clock.now();
    this.clock.at(sentAt + deliveredAfter, () => {
      this.book.setDelivery(attendanceId, sequence, 'delivered');
    });
    this.clock.at(sentAt + readAfter, () => {
      this.book.setDelivery(attendanceId, sequence, 'read');
    });
  }

  /** An attendance that is, or was, in progress with the agent. */
  private requireOwn(agentId: string, attendanceId: string): AttendanceRecord {
    const record = this.book.get(attendanceId);
    const isOwn = record.progress.kind === 'in-progress' || record.progress.kind === 'finished';
    if (!isOwn || agentOf(record) !== agentId) throw notFound();
    return record;
  }
}
