import type { Attendance } from '../../shared/platform/attendances';
import type { Clock } from '../base/clock';
import { Timers } from '../base/timers';
import { ProblemError } from '../http/problemError';
import type { Agents } from '../profile/agents';
import type { PresenceService } from '../queues/presenceService';
import type { AttendanceBook, Removal, RemovalReason } from './attendanceBook';
import { agentOf, isOpen, type AttendanceRecord, type Progress } from './attendanceRecord';
import { distribute, type Candidate } from './distributionRules';

type Offer = Extract<Progress, { kind: 'offered' }>;

/** Offers waiting attendances to agents, and takes offers back that nobody answers. */
export class Distributor {
  private readonly timers: Timers;
  private readonly lastOfferAt = new Map<string, number>();

  /** @param offerDuration how long an offer rings, in milliseconds */
  constructor(
    private readonly book: AttendanceBook,
    private readonly agents: Agents,
    private readonly presence: PresenceService,
    private readonly isConnected: (agentId: string) => boolean,
    private readonly clock: Clock,
    private readonly offerDuration: number,
  ) {
    this.timers = new Timers(clock);
  }

  /** Offers what waits to whoever can take it. To be called whenever either may have changed. */
  run(): void {
    const waiting = this.book
      .all()
      .filter(({ progress }) => progress.kind === 'waiting')
      .sort((left, right) => left.arrivedAt - right.arrivedAt);
    for (const record of waiting) this.place(record, null);
  }

  /** Throws `not-found`, `offer-gone`, `at-capacity`. */
  accept(agentId: string, attendanceId: string): Attendance {
    this.requireOffer(agentId, attendanceId);
    const inProgress = this.book
      .all()
      .filter(({ progress }) => progress.kind === 'in-progress' && progress.agentId === agentId);
    if (inProgress.length >= this.agents.get(agentId).maximumAttendances) {
      throw new ProblemError({ code: 'at-capacity' });
    }
    this.timers.clear(attendanceId);
    const startedAt = this.clock.now();
    const accepted = this.book.change(attendanceId, { progress: { kind: 'in-progress', agentId, startedAt } });
    this.presence.offerAnswered(agentId);
    return this.book.view(accepted);
  }

  /** Throws `not-found`, `offer-gone`. */
  reject(agentId: string, attendanceId: string): void {
    this.requireOffer(agentId, attendanceId);
    this.presence.offerAnswered(agentId);
    this.decline(agentId, attendanceId, 'offer-rejected');
    this.run();
  }

  /** Takes back what rings at an agent, from some queues or from all; it does not count as missed. */
  takeBack(agentId: string, isFromQueue: (queueId: string) => boolean = () => true): void {
    for (const record of this.book.all()) {
      if (record.progress.kind === 'offered' && record.progress.agentId === agentId && isFromQueue(record.queueId)) {
        this.place(record, { agentId, reason: 'left-queue' });
      }
    }
  }

  /** No longer waits for an answer: the customer gave up. */
  forget(attendanceId: string): void {
    this.timers.clear(attendanceId);
  }

  /** Goes on with what was ringing when the platform stopped. */
  resume(): void {
    for (const { id, progress } of this.book.all()) if (progress.kind === 'offered') this.waitForAnswer(id, progress);
    this.run();
  }

  private requireOffer(agentId: string, attendanceId: string): void {
    const { progress } = this.book.get(attendanceId);
    const isRinging =
      progress.kind === 'offered' && progress.agentId === agentId && this.clock.now() < progress.expiresAt;
    if (!isRinging) throw new ProblemError({ code: 'offer-gone' });
  }

  private miss(agentId: string, attendanceId: string): void {
    this.decline(agentId, attendanceId, 'offer-missed');
    this.presence.offerMissed(agentId);
    this.run();
  }

  private decline(agentId: string, attendanceId: string, reason: RemovalReason): void {
    const record = this.book.get(attendanceId);
    const declinedAt = { ...record.declinedAt, [agentId]: this.clock.now() };
    this.place({ ...record, declinedAt }, { agentId, reason });
  }

  /** Offers an attendance to the next agent, or lets it wait: one change, so that no screen flickers. */
  private place(record: AttendanceRecord, removal: Removal | null): void {
    this.timers.clear(record.id);
    const { id, declinedAt } = record;
    const now = this.clock.now();
    const decision = distribute(this.candidatesFor(record), now);
    if (decision.kind === 'offer') {
      const { agentId } = decision;
      const progress: Offer = { kind: 'offered', agentId, offeredAt: now, expiresAt: now + this.offerDuration };
      this.lastOfferAt.set(agentId, now);
      this.book.change(id, { progress, declinedAt }, removal);
      this.waitForAnswer(id, progress);
      return;
    }
    if (record.progress.kind !== 'waiting')
      this.book.change(id, { progress: { kind: 'waiting' }, declinedAt }, removal);
    if (decision.kind === 'wait') {
      this.timers.set(id, decision.until, () => {
        this.run();
      });
    }
  }

  private waitForAnswer(attendanceId: string, { agentId, expiresAt }: Offer): void {
    this.timers.set(attendanceId, expiresAt, () => {
      this.miss(agentId, attendanceId);
    });
  }

  private candidatesFor(record: AttendanceRecord): Candidate[] {
    const others = this.book.all().filter((other) => other.id !== record.id && isOpen(other));
    return this.agents
      .all()
      .filter(
        ({ id }) =>
          this.presence.of(id).logins[record.queueId]?.kind === 'logged-in' &&
          this.agents.mayAttend(id) &&
          this.isConnected(id),
      )
      .map(({ id, maximumAttendances }) => ({
        agentId: id,
        load: others.filter((other) => agentOf(other) === id).length,
        maximum: maximumAttendances,
        lastOfferAt: this.lastOfferAt.get(id) ?? 0,
        declinedAt: record.declinedAt[id] ?? null,
      }));
  }
}
