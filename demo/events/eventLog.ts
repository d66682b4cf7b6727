import type { PlatformEvent } from '../../shared/platform/events';

export interface LoggedEvent {
  readonly id: number;
  readonly event: PlatformEvent;
}

/** The latest events of one agent, by ids that grow. What is older than the newest `capacity` is forgotten. */
export class EventLog {
  private entries: readonly LoggedEvent[] = [];
  private newestId: number;
  /** Every event after this id is still here. */
  private completeAfter: number;

  /** @param startAt ids start above this, so that those of an earlier run of the platform are known to be old */
  constructor(
    startAt: number,
    private readonly capacity = 500,
  ) {
    this.newestId = startAt;
    this.completeAfter = startAt;
  }

  get lastId(): number {
    return this.newestId;
  }

  append(event: PlatformEvent): void {
    const all = [...this.entries, { id: this.takeId(), event }];
    const dropped = all.slice(0, -this.capacity).at(-1);
    if (dropped) this.completeAfter = dropped.id;
    this.entries = all.slice(-this.capacity);
  }

  /** An id for an event that only one stream gets. */
  takeId(): number {
    this.newestId += 1;
    return this.newestId;
  }

  /** What came after an id, or null where that is not known any more, or the id never was. */
  after(id: number): readonly LoggedEvent[] | null {
    if (!Number.isSafeInteger(id) || id < this.completeAfter || id > this.newestId) return null;
    return this.entries.filter((entry) => entry.id > id);
  }

  /** Forgets everything: nobody can resume from any id given so far. */
  forget(): void {
    this.entries = [];
    this.completeAfter = this.takeId();
  }
}
