import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../../shared/platform/events';
import { EventSequence } from './eventSequence';
import type { ParsedMessage } from './parseStreamMessage';

const removed = (id: number): ParsedMessage => ({ kind: 'event', id, event: eventOf(id) });
const eventOf = (id: number): PlatformEvent => ({
  type: 'attendance-removed',
  attendanceId: `a${id}`,
  reason: 'withdrawn',
});
const reset: ParsedMessage = { kind: 'event', id: null, event: { type: 'reset' } };
const malformed = (id: number): ParsedMessage => ({ kind: 'malformed', id, type: 'message-added', path: '' });

describe('EventSequence', () => {
  let sequence: EventSequence;
  const catchUp = () => sequence.finishReading(sequence.beginReading());

  beforeEach(() => {
    sequence = new EventSequence();
  });

  it('holds events back until everything has been read, and then delivers them in order', () => {
    const token = sequence.beginReading();
    expect(sequence.take(removed(4)).kind).toBe('nothing');
    expect(sequence.take(removed(5)).kind).toBe('nothing');
    expect(sequence.resumeAfter).toBeNull();
    expect(sequence.finishReading(token)).toEqual([eventOf(4), eventOf(5)]);
    expect(sequence.resumeAfter).toBe(5);
    expect(sequence.take(removed(6))).toEqual({ kind: 'deliver', event: eventOf(6) });
  });

  it('drops what it has had before', () => {
    catchUp();
    sequence.take(removed(6));
    expect(sequence.take(removed(6)).kind).toBe('nothing');
    expect(sequence.take(removed(5)).kind).toBe('nothing');
    expect(sequence.take(removed(9)).kind).toBe('deliver');
  });

  it('resumes after the last event that was delivered, not after one that was held back', () => {
    catchUp();
    sequence.take(removed(6));
    sequence.take(malformed(7));
    sequence.take(removed(8));
    expect(sequence.resumeAfter).toBe(6);
    sequence.reopen();
    sequence.take(removed(8));
    expect(catchUp()).toEqual([eventOf(8)]);
    expect(sequence.resumeAfter).toBe(8);
  });

  it('reads again after a reset, and counts on from whatever comes next', () => {
    catchUp();
    sequence.take(removed(900));
    expect(sequence.take(reset)).toEqual({ kind: 'read-again' });
    expect(sequence.resumeAfter).toBeNull();
    sequence.take(removed(3));
    expect(catchUp()).toEqual([eventOf(3)]);
  });

  it('reads once more when a reset or a broken event came in the middle of reading', () => {
    for (const loss of [reset, malformed(5)]) {
      sequence = new EventSequence();
      const token = sequence.beginReading();
      expect(sequence.take(loss).kind).toBe('nothing');
      expect(sequence.finishReading(token)).toBeNull();
      expect(sequence.isBehind).toBe(true);
      expect(catchUp()).toEqual([]);
    }
  });

  it('reads again once for a broken event', () => {
    catchUp();
    expect(sequence.take(malformed(5))).toEqual({ kind: 'read-again' });
    expect(sequence.take(malformed(6)).kind).toBe('nothing');
    catchUp();
    expect(sequence.take(removed(7)).kind).toBe('deliver');
  });

  it('passes over an event of a later version', () => {
    catchUp();
    expect(sequence.take({ kind: 'unknown-type', id: 8 }).kind).toBe('nothing');
    expect(sequence.resumeAfter).toBe(8);
  });

  it('never holds back that time passes or that the session is over', () => {
    const serverTime = '2026-11-22T12:00:00.000Z';
    expect(sequence.take({ kind: 'event', id: null, event: { type: 'heartbeat', serverTime } })).toEqual({
      kind: 'learn-time',
      serverTime,
    });
    expect(sequence.take({ kind: 'event', id: 4, event: { type: 'session-ended', reason: 'revoked' } })).toEqual({
      kind: 'end-session',
      reason: 'revoked',
    });
  });

  it('loses nothing and repeats nothing, wherever connections are cut', () => {
    const total = 30;
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 40, maxLength: 80 }), (steps) => {
        const line = new EventSequence();
        const delivered: PlatformEvent[] = [...(line.finishReading(line.beginReading()) ?? [])];
        let next = 1;
        for (const step of steps) {
          // A cut: the platform sends again everything after the last id that was delivered.
          if (step === 0) {
            line.reopen();
            next = (line.resumeAfter ?? 0) + 1;
          } else if (step === 1) {
            delivered.push(...(line.isBehind ? (line.finishReading(line.beginReading()) ?? []) : []));
          } else if (next <= total) {
            const taken = line.take(removed(next));
            if (taken.kind === 'deliver') delivered.push(taken.event);
            next += 1;
          }
        }
        expect(delivered).toEqual(Array.from({ length: delivered.length }, (_, index) => eventOf(index + 1)));
        expect(line.resumeAfter ?? 0).toBe(delivered.length);
      }),
    );
  });
});
