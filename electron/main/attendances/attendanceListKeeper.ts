import type { Attendance } from '../../../shared/platform/attendances';
import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { AttendanceListState } from '../../../shared/state/attendances';
import type { PlatformEvent } from '../../../shared/platform/events';
import { holdingAttendances, isInProgress } from '../../../shared/rules/attendances';
import { fail, succeed } from '../../../shared/state/problem';
import type { Result } from '../../../shared/state/problem';
import { ObservableState } from '../base/observable';
import type { Observable } from '../base/observable';
import type { Platform } from '../platform/platform';
import {
  attendancesInOrder,
  emptyAttendanceList,
  hearChange,
  hearRemoval,
  takeAnswer,
  takeSnapshot,
} from './attendanceList';
import type { AttendanceList } from './attendanceList';

export const sessionOver = fail({ kind: 'session-ended', reason: 'unknown' });

const nothingRead: AttendanceListState = { isLoaded: false, attendances: [] };

/** Holds the agent's attendances as last known, online or not, until the session ends. */
export class AttendanceListKeeper {
  readonly #platform: Platform;
  readonly #state = new ObservableState<AttendanceListState>(nothingRead);
  #list: AttendanceList = emptyAttendanceList;
  #lastMoment = 0;
  #session = new AbortController();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  get state(): Observable<AttendanceListState> {
    return this.#state;
  }

  holding(): readonly HoldingAttendance[] {
    return holdingAttendances(this.#state.value.attendances);
  }

  isInProgress(attendanceId: string): boolean {
    const known = this.#list.present.get(attendanceId);
    return known !== undefined && isInProgress(known.attendance);
  }

  hear(event: Extract<PlatformEvent, { type: 'attendance-changed' | 'attendance-removed' }>): void {
    const at = this.#nextMoment();
    if (event.type === 'attendance-changed') this.#set(hearChange(this.#list, event.attendance, at));
    else this.#set(hearRemoval(this.#list, event.attendanceId, event.reason, at));
  }

  /** Reads the whole list. */
  async read(): Promise<Result<undefined>> {
    const begunAt = this.#nextMoment();
    const { signal } = this.#session;
    const answer = await this.#platform.call('readAttendances', { signal });
    if (signal.aborted) return sessionOver;
    if (!answer.ok) return answer;
    this.#set(takeSnapshot(this.#list, answer.value.attendances, begunAt, this.#nextMoment()));
    return succeed(undefined);
  }

  /** Sends a command that is answered with the attendance it has changed. */
  async command(send: (signal: AbortSignal) => Promise<Result<Attendance>>): Promise<Result<Attendance>> {
    const begunAt = this.#nextMoment();
    const { signal } = this.#session;
    const answer = await send(signal);
    if (signal.aborted) return sessionOver;
    if (answer.ok) this.#set(takeAnswer(this.#list, answer.value, begunAt, this.#nextMoment()));
    return answer;
  }

  clear(): void {
    this.#session.abort();
    this.#session = new AbortController();
    this.#list = emptyAttendanceList;
    this.#lastMoment = 0;
    this.#state.set(nothingRead);
  }

  #nextMoment(): number {
    this.#lastMoment += 1;
    return this.#lastMoment;
  }

  #set(list: AttendanceList): void {
    const before = this.#list;
    this.#list = list;
    if (list.present === before.present && list.isLoaded === before.isLoaded) return;
    this.#state.set({ isLoaded: list.isLoaded, attendances: attendancesInOrder(list) });
  }
}
