import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../shared/platform/events';
import { EventLog } from './eventLog';

const event: PlatformEvent = { type: 'attendance-removed', attendanceId: 'attendance-1', reason: 'finished' };

const createLog = (events: number) => {
  const log = new EventLog(100, 3);
  for (let count = 0; count < events; count += 1) log.append(event);
  return log;
};

const idsAfter = (log: EventLog, id: number) => log.after(id)?.map((entry) => entry.id) ?? null;

describe('EventLog', () => {
  it('gives what came after an id', () => {
    const log = createLog(3);
    expect(idsAfter(log, 100)).toEqual([101, 102, 103]);
    expect(idsAfter(log, 102)).toEqual([103]);
    expect(idsAfter(log, 103)).toEqual([]);
  });

  it('knows when it has forgotten something in between', () => {
    const log = createLog(5);
    expect(idsAfter(log, 102)).toEqual([103, 104, 105]);
    expect(idsAfter(log, 101)).toBeNull();
  });

  it.each([Number.NaN, 99, 104, 102.5])('does not know the id %d', (id) => {
    expect(idsAfter(createLog(3), id)).toBeNull();
  });

  it('knows no id given so far after forgetting, and goes on with higher ones', () => {
    const log = createLog(3);
    const last = log.lastId;
    log.forget();
    expect(idsAfter(log, last)).toBeNull();
    log.append(event);
    expect(idsAfter(log, log.lastId - 1)).toEqual([log.lastId]);
    expect(log.lastId).toBeGreaterThan(last + 1);
  });
});
