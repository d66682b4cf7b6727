import { describe, expect, it } from 'vitest';
import { readAnswerWait } from './answerWait';

const at = '2026-11-22T12:40:00.000Z';
const start = Date.parse(at);
const fromCustomer = { direction: 'from-customer', preview: 'Olá', at } as const;

describe('readAnswerWait', () => {
  it('says nothing before the first message', () => {
    expect(readAnswerWait(null, start, 0)).toBeNull();
  });

  it.each([
    [0, 'on-time'],
    [179, 'on-time'],
    [180, 'late'],
    [359, 'late'],
    [360, 'overdue'],
    [86_400, 'overdue'],
  ])('after %i seconds without an answer the customer waits %s', (seconds, urgency) => {
    expect(readAnswerWait(fromCustomer, start + seconds * 1000, 0)).toEqual({ seconds, urgency });
  });

  it.each(['from-agent', 'system'] as const)('is never late when the last message is %s', (direction) => {
    expect(readAnswerWait({ ...fromCustomer, direction }, start + 3_600_000, 0)).toEqual({
      seconds: 3600,
      urgency: 'on-time',
    });
  });

  it("counts by the platform's clock", () => {
    expect(readAnswerWait(fromCustomer, start, 200_000)).toEqual({ seconds: 200, urgency: 'late' });
  });
});
