import type { Attendance } from '../../../shared/platform/attendances';
import type { Result } from '../../../shared/state/problem';
import type { Platform } from '../platform/platform';

export interface ReadMarkerOptions {
  readonly platform: Platform;
  /** Wraps a command that answers with an attendance, so that the answer reaches the list. */
  readonly command: (send: (signal: AbortSignal) => Promise<Result<Attendance>>) => Promise<Result<Attendance>>;
}

/**
 * Tells the platform how far the agent has read. One request at a time: what is read meanwhile goes with the next.
 * What failed is not tried again until the agent reads on or the conversation is read again.
 */
export class ReadMarker {
  readonly #options: ReadMarkerOptions;
  readonly #marked = new Map<string, number>();
  readonly #wanted = new Map<string, number>();
  #isMarking = false;

  constructor(options: ReadMarkerOptions) {
    this.#options = options;
  }

  mark(attendanceId: string, sequence: number): void {
    if (sequence <= (this.#marked.get(attendanceId) ?? 0)) return;
    this.#wanted.set(attendanceId, sequence);
    void this.#markNext();
  }

  forget(attendanceId: string): void {
    this.#marked.delete(attendanceId);
    this.#wanted.delete(attendanceId);
  }

  clear(): void {
    this.#marked.clear();
    this.#wanted.clear();
  }

  async #markNext(): Promise<void> {
    const [next] = this.#wanted;
    if (next === undefined || this.#isMarking) return;
    const [attendanceId, sequence] = next;
    this.#wanted.delete(attendanceId);
    if (sequence > (this.#marked.get(attendanceId) ?? 0)) await this.#tell(attendanceId, sequence);
    void this.#markNext();
  }

  async #tell(attendanceId: string, sequence: number): Promise<void> {
    this.#isMarking = true;
    const answer = await this.#options.command((signal) =>
      this.#options.platform.call('markRead', { parameters: { attendanceId }, body: { sequence }, signal }),
    );
    this.#isMarking = false;
    if (answer.ok) this.#marked.set(attendanceId, sequence);
  }
}
