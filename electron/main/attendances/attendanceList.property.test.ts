import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attendance } from '../../../shared/platform/attendances';
import type { PlatformEvent } from '../../../shared/platform/events';
import { attendancesInOrder, emptyAttendanceList, hearChange, hearRemoval } from './attendanceList';
import { takeAnswer, takeSnapshot } from './attendanceList';
import type { RemovalReason } from './attendanceList';
import { createAttendance } from './attendanceFixtures';

type ListEvent = Extract<PlatformEvent, { type: 'attendance-changed' | 'attendance-removed' }>;

/** The platform's side: its truth, and every event it ever sent. */
class ModelPlatform {
  readonly log: ListEvent[] = [];
  readonly #records = new Map<string, Attendance>();
  readonly #hidden = new Set<string>();

  change(id: string, state: Attendance['state']): void {
    const before = this.#records.get(id);
    if (before?.state === 'finished') return;
    const attendance = createAttendance({ id, revision: (before?.revision ?? 0) + 1, state });
    this.#records.set(id, attendance);
    this.#hidden.delete(id);
    if (state === 'finished') this.#remove(id, 'finished');
    else this.log.push({ type: 'attendance-changed', attendance });
  }

  hide(id: string): void {
    if (this.visible().every((attendance) => attendance.id !== id)) return;
    this.#hidden.add(id);
    this.#remove(id, 'left-queue');
  }

  showAgain(id: string): void {
    const attendance = this.#records.get(id);
    if (attendance === undefined || !this.#hidden.delete(id)) return;
    this.log.push({ type: 'attendance-changed', attendance });
  }

  /** A command of the client, as `markRead`: answers with the attendance, or refuses what the agent does not have. */
  touch(id: string): Attendance | undefined {
    const before = this.visible().find((attendance) => attendance.id === id);
    if (before !== undefined) this.change(id, before.state);
    return this.#records.get(before?.id ?? '');
  }

  visible(): Attendance[] {
    return [...this.#records.values()].filter(({ id, state }) => state !== 'finished' && !this.#hidden.has(id));
  }

  #remove(attendanceId: string, reason: RemovalReason): void {
    this.log.push({ type: 'attendance-removed', attendanceId, reason });
  }
}

/** The client's side of a line on which events come in order, but answers whenever they like. */
class ModelClient {
  readonly #platform: ModelPlatform;
  readonly #answers: (() => void)[] = [];
  #list = emptyAttendanceList;
  #moment = 0;
  #delivered = 0;

  constructor(platform: ModelPlatform) {
    this.#platform = platform;
  }

  get shown(): Attendance[] {
    return attendancesInOrder(this.#list);
  }

  hear(count: number): void {
    for (const event of this.#platform.log.slice(this.#delivered, this.#delivered + count)) {
      this.#delivered += 1;
      const at = this.#next();
      this.#list =
        event.type === 'attendance-changed'
          ? hearChange(this.#list, event.attendance, at)
          : hearRemoval(this.#list, event.attendanceId, event.reason, at);
    }
  }

  /** @param isLate whether the platform gets to it only just before the answer arrives */
  beginRead(isLate: boolean): void {
    const begunAt = this.#next();
    const early = isLate ? null : this.#platform.visible();
    this.#answers.push(() => {
      this.#list = takeSnapshot(this.#list, early ?? this.#platform.visible(), begunAt, this.#next());
    });
  }

  /** @param isLate whether the platform gets to it only just before the answer arrives */
  beginCommand(index: number, isLate: boolean): void {
    const { id: attendanceId } = this.shown[index % Math.max(1, this.shown.length)] ?? { id: '' };
    const begunAt = this.#next();
    const early = isLate ? undefined : this.#platform.touch(attendanceId);
    this.#answers.push(() => {
      const attendance = isLate ? this.#platform.touch(attendanceId) : early;
      if (attendance !== undefined) this.#list = takeAnswer(this.#list, attendance, begunAt, this.#next());
    });
  }

  receiveAnswer(index: number): void {
    const [answer] = this.#answers.splice(index % Math.max(1, this.#answers.length), 1);
    answer?.();
  }

  /** The line comes back: everything is read, then events come again from an earlier one, or only new ones. */
  reconnect(rewind: number | null): void {
    this.#delivered = rewind === null ? this.#platform.log.length : Math.max(0, this.#delivered - rewind);
    const begunAt = this.#next();
    this.#list = takeSnapshot(this.#list, this.#platform.visible(), begunAt, this.#next());
  }

  settle(): void {
    while (this.#answers.length > 0) this.receiveAnswer(0);
    this.hear(this.#platform.log.length);
  }

  #next(): number {
    this.#moment += 1;
    return this.#moment;
  }
}

const id = fc.constantFrom('a', 'b', 'c');
const index = fc.nat(5);
const state = fc.constantFrom<Attendance['state'][]>('waiting', 'offered', 'in-progress', 'finished');

type Step = (platform: ModelPlatform, client: ModelClient) => void;

const steps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(id, state).map(
      ([which, to]): Step =>
        (platform) =>
          platform.change(which, to),
    ),
  },
  id.map(
    (which): Step =>
      (platform) =>
        platform.hide(which),
  ),
  id.map(
    (which): Step =>
      (platform) =>
        platform.showAgain(which),
  ),
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 4 }).map(
      (count): Step =>
        (_, client) =>
          client.hear(count),
    ),
  },
  fc.boolean().map(
    (isLate): Step =>
      (_, client) =>
        client.beginRead(isLate),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([which, isLate]): Step =>
      (_, client) =>
        client.beginCommand(which, isLate),
  ),
  {
    weight: 2,
    arbitrary: index.map(
      (which): Step =>
        (_, client) =>
          client.receiveAnswer(which),
    ),
  },
  fc.option(fc.nat(10)).map(
    (rewind): Step =>
      (_, client) =>
        client.reconnect(rewind),
  ),
);

const byId = (attendances: readonly Attendance[]) =>
  new Map(attendances.map((attendance) => [attendance.id, attendance]));

test('ends with what the platform has, however events, answers, reads and reconnections interleave', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 80, size: 'max' }), (script) => {
      const platform = new ModelPlatform();
      const client = new ModelClient(platform);
      client.reconnect(null);
      for (const play of script) play(platform, client);
      client.settle();
      expect(byId(client.shown)).toEqual(byId(platform.visible()));
    }),
    { numRuns: 1000 },
  );
});
