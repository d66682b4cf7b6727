import { describe, expect, it } from 'vitest';
import type { Message } from '../../shared/platform/attendances';
import { pageMessages } from './messagePage';

const messages = Array.from({ length: 120 }, (_, index): Message => ({
  id: `message-${index + 1}`,
  attendanceId: 'attendance-1',
  sequence: index + 1,
  direction: 'from-customer',
  authorName: 'Maria',
  text: 'Oi',
  at: '2026-11-22T12:00:00.000Z',
  clientMessageId: null,
  delivery: 'sent',
}));

const sequences = (options: Parameters<typeof pageMessages>[1]) => {
  const page = pageMessages(messages, options);
  return [page.messages.at(0)?.sequence, page.messages.at(-1)?.sequence, page.hasOlder];
};

describe('pageMessages', () => {
  it('gives the newest, then those before, down to the first', () => {
    expect(sequences({ before: undefined, limit: undefined })).toEqual([71, 120, true]);
    expect(sequences({ before: 71, limit: 50 })).toEqual([21, 70, true]);
    expect(sequences({ before: 21, limit: 50 })).toEqual([1, 20, false]);
    expect(sequences({ before: 21, limit: 20 })).toEqual([1, 20, false]);
  });

  it('gives an empty page below the first', () => {
    expect(pageMessages(messages, { before: 1, limit: 50 })).toEqual({ messages: [], hasOlder: false });
  });
});
