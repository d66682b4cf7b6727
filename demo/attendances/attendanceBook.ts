import { z } from 'zod';
import { messageSchema, type Attendance, type Message } from '../../shared/platform/attendances';
import type { PlatformEvent } from '../../shared/platform/events';
import type { Clock } from '../base/clock';
import { toInstant } from '../base/instants';
import { notFound } from '../http/problemError';
import type { Agents } from '../profile/agents';
import type { PresenceService } from '../queues/presenceService';
import type { QueueCatalogue } from '../queues/queueCatalogue';
import type { Customers } from './customers';
import { attendanceRecordSchema, isOpen, type AttendanceChange, type AttendanceRecord } from './attendanceRecord';
import { isVisibleTo, viewAttendance } from './attendanceView';

export const attendancesSnapshotSchema = z.object({
  records: z.array(attendanceRecordSchema),
  messages: z.array(z.tuple([z.string(), z.array(messageSchema)])),
});

export type RemovalReason = Extract<PlatformEvent, { type: 'attendance-removed' }>['reason'];
export type MessageDraft = Pick<Message, 'direction' | 'authorName' | 'text' | 'clientMessageId'>;

/** Why one agent loses sight of an attendance, where it is not simply that another has it now. */
export interface Removal {
  readonly agentId: string;
  readonly reason: RemovalReason;
}

/** Tells one agent something. */
export type Publish = (agentId: string, event: PlatformEvent) => void;

/** Owns attendances and their messages, and tells every agent who sees one what becomes of it. */
export class AttendanceBook {
  private readonly records = new Map<string, AttendanceRecord>();
  private readonly conversations = new Map<string, readonly Message[]>();
  /** By agent: the revision of each attendance the agent was last told of. */
  private readonly shown = new Map<string, Map<string, number>>();

  constructor(
    private readonly agents: Agents,
    private readonly queues: QueueCatalogue,
    private readonly customers: Customers,
    private readonly presence: PresenceService,
    private readonly clock: Clock,
    private readonly publish: Publish,
  ) {}

  all(): readonly AttendanceRecord[] {
    return [...this.records.values()];
  }

  find(id: string): AttendanceRecord | null {
    return this.records.get(id) ?? null;
  }

  /** Throws `not-found`. */
  get(id: string): AttendanceRecord {
    const record = this.records.get(id);
    if (!record) throw notFound();
    return record;
  }

  messagesOf(id: string): readonly Message[] {
    return this.conversations.get(id) ?? [];
  }

  view(record: AttendanceRecord): Attendance {
    const queue = this.queues.get(record.queueId);
    const customer = this.customers.view(record.customerId, queue.channel);
    return viewAttendance(record, { queue, customer, messages: this.messagesOf(record.id) });
  }

  isVisible(record: AttendanceRecord, agentId: string): boolean {
    return isVisibleTo(record, agentId, this.presence.of(agentId).logins[record.queueId] !== undefined);
  }

  /** What the agent sees, oldest first. */
  listFor(agentId: string): Attendance[] {
    return this.all()
      .filter((record) => this.isVisible(record, agentId))
      .sort((left, right) => left.arrivedAt - right.arrivedAt)
      .map((record) => this.view(record));
  }

  add(queueId: string, customerId: string): AttendanceRecord {
    const number = this.records.size + 1;
    const arrivedAt = this.clock.now();
    const record: AttendanceRecord = {
      id: `attendance-${String(number)}`,
      revision: 1,
      protocol: `${toInstant(arrivedAt).slice(0, 10).replaceAll('-', '')}${String(number).padStart(6, '0')}`,
      queueId: this.queues.get(queueId).id,
      customerId: this.customers.get(customerId).id,
      arrivedAt,
      progress: { kind: 'waiting' },
      readUpTo: 0,
      declinedAt: {},
    };
    this.records.set(record.id, record);
    this.show(record);
    return record;
  }

  change(id: string, change: AttendanceChange, removal: Removal | null = null): AttendanceRecord {
    const record = this.get(id);
    const changed: AttendanceRecord = { ...record, ...change, revision: record.revision + 1 };
    this.records.set(id, changed);
    this.show(changed, removal);
    return changed;
  }

  addMessage(attendanceId: string, draft: MessageDraft): Message {
    const messages = this.messagesOf(attendanceId);
    const sequence = messages.length + 1;
    const message: Message = {
      ...draft,
      id: `${attendanceId}-${String(sequence)}`,
      attendanceId,
      sequence,
      at: toInstant(this.clock.now()),
      delivery: 'sent',
    };
    this.conversations.set(attendanceId, [...messages, message]);
    this.tell(attendanceId, { type: 'message-added', message });
    this.change(attendanceId, {});
    return message;
  }

  setDelivery(attendanceId: string, sequence: number, delivery: Message['delivery']): void {
    const messages = this.messagesOf(attendanceId);
    const message = messages.find((other) => other.sequence === sequence);
    if (!message) return;
    const changed: Message = { ...message, delivery };
    this.conversations.set(
      attendanceId,
      messages.map((other) => (other === message ? changed : other)),
    );
    this.tell(attendanceId, { type: 'message-changed', message: changed });
  }

  /** Shows or takes away what waits in queues the agent has just entered or left. */
  showQueues(agentId: string, queueIds: readonly string[]): void {
    for (const record of this.all()) {
      if (queueIds.includes(record.queueId) && isOpen(record)) {
        this.showTo(agentId, record, { agentId, reason: 'left-queue' });
      }
    }
  }

  snapshot(): z.infer<typeof attendancesSnapshotSchema> {
    return {
      records: [...this.records.values()],
      messages: [...this.conversations].map(([id, messages]) => [id, [...messages]]),
    };
  }

  /** Needs presence restored before it: who sees what follows from it. */
  restore({ records, messages }: z.infer<typeof attendancesSnapshotSchema>): void {
    for (const [id, conversation] of messages) this.conversations.set(id, conversation);
    for (const record of records) {
      this.records.set(record.id, record);
      for (const { id } of this.agents.all()) {
        if (this.isVisible(record, id)) this.shownTo(id).set(record.id, record.revision);
      }
    }
  }

  private tell(attendanceId: string, event: PlatformEvent): void {
    const record = this.get(attendanceId);
    for (const { id } of this.agents.all()) if (this.isVisible(record, id)) this.publish(id, event);
  }

  private show(record: AttendanceRecord, removal: Removal | null = null): void {
    for (const { id } of this.agents.all()) this.showTo(id, record, removal);
  }

  private showTo(agentId: string, record: AttendanceRecord, removal: Removal | null): void {
    const shown = this.shownTo(agentId);
    if (this.isVisible(record, agentId)) {
      if (shown.get(record.id) === record.revision) return;
      shown.set(record.id, record.revision);
      this.publish(agentId, { type: 'attendance-changed', attendance: this.view(record) });
    } else if (shown.delete(record.id)) {
      const reason = removal?.agentId === agentId ? removal.reason : usualReason(record);
      this.publish(agentId, { type: 'attendance-removed', attendanceId: record.id, reason });
    }
  }

  private shownTo(agentId: string): Map<string, number> {
    const shown = this.shown.get(agentId) ?? new Map<string, number>();
    this.shown.set(agentId, shown);
    return shown;
  }
}

const usualReason = ({ progress }: AttendanceRecord): RemovalReason => {
  if (progress.kind === 'finished') return 'finished';
  return progress.kind === 'withdrawn' ? 'withdrawn' : 'taken-by-another';
};
