import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../../shared/state/attendances';
import { makeMessage } from '../testing/makeAttendance';
import { buildMessageRows, countUnseen, labelDay } from './messageRows';

const local = (day: number, hour: number, minute: number, second = 0) => new Date(2026, 10, day, hour, minute, second);
const messageAt = (sequence: number, at: Date, changes: Partial<Parameters<typeof makeMessage>[0]> = {}) =>
  makeMessage({ sequence, at: at.toISOString(), ...changes });
const own = { direction: 'from-agent', authorName: 'Ana' } as const;
const queued = (clientMessageId: string, at: Date): OutgoingMessage => ({
  clientMessageId,
  text: 'Já vejo.',
  queuedAt: at.getTime(),
  state: { kind: 'sending' },
});

const groupsOf = (rows: ReturnType<typeof buildMessageRows>) =>
  rows.map((row) => `${row.startsGroup ? '[' : ' '}${row.key}${row.endsGroup ? ']' : ' '}`);

describe('buildMessageRows', () => {
  it('groups what one sender writes within one minute', () => {
    const rows = buildMessageRows(
      [
        messageAt(1, local(22, 12, 31, 0)),
        messageAt(2, local(22, 12, 31, 59)),
        messageAt(3, local(22, 12, 32, 0)),
        messageAt(4, local(22, 12, 32, 10), own),
        messageAt(5, local(22, 12, 32, 20)),
      ],
      [],
      'Ana',
      0,
    );
    expect(groupsOf(rows)).toEqual(['[message-1 ', ' message-2]', '[message-3]', '[message-4]', '[message-5]']);
  });

  it('keeps two agents apart', () => {
    const at = local(22, 12, 31);
    const rows = buildMessageRows(
      [messageAt(1, at, own), messageAt(2, at, { ...own, authorName: 'Bruno' })],
      [],
      'Ana',
      0,
    );
    expect(groupsOf(rows)).toEqual(['[message-1]', '[message-2]']);
  });

  it('divides at midnight of this computer', () => {
    const rows = buildMessageRows([messageAt(1, local(21, 23, 59, 59)), messageAt(2, local(22, 0, 0))], [], 'Ana', 0);
    expect(rows.map((row) => row.startsDay)).toEqual([true, true]);
  });

  it('divides once a day', () => {
    const rows = buildMessageRows([messageAt(1, local(22, 0, 0)), messageAt(2, local(22, 23, 59))], [], 'Ana', 0);
    expect(rows.map((row) => row.startsDay)).toEqual([true, false]);
  });

  it('puts what is on its way last, grouped with what the agent wrote that minute', () => {
    const rows = buildMessageRows(
      [messageAt(1, local(22, 12, 31, 5), { ...own, clientMessageId: 'client-1' })],
      [queued('client-2', local(22, 12, 31, 9))],
      'Ana',
      0,
    );
    expect(groupsOf(rows)).toEqual(['[client-1 ', ' client-2]']);
  });

  it("shows when it was sent by the platform's clock", () => {
    const [row] = buildMessageRows([], [queued('client-1', local(22, 12, 31))], 'Ana', 120_000);
    expect(row?.at).toBe(local(22, 12, 33).getTime());
  });

  it('keeps the key of a message that arrives, and shows it once', () => {
    const at = local(22, 12, 31);
    const outgoing = queued('client-1', at);
    const before = buildMessageRows([], [outgoing], 'Ana', 0);
    const after = buildMessageRows([messageAt(1, at, { ...own, clientMessageId: 'client-1' })], [outgoing], 'Ana', 0);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it('has unique keys, begins with a day, and opens and closes every group', () => {
    const steps = fc.array(fc.record({ minutes: fc.nat(900), isOwn: fc.boolean() }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, (all) => {
        let at = local(20, 8, 0).getTime();
        const messages = all.map(({ minutes, isOwn }, index) => {
          at += minutes * 10_000;
          return messageAt(index + 1, new Date(at), isOwn ? own : {});
        });
        const rows = buildMessageRows(messages, [], 'Ana', 0);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(rows[0]?.startsDay).toBe(true);
        expect(rows.filter((row) => row.startsGroup)).toHaveLength(rows.filter((row) => row.endsGroup).length);
        expect(rows.every((row, index) => index === 0 || row.startsGroup === rows[index - 1]?.endsGroup)).toBe(true);
      }),
    );
  });
});

describe('labelDay', () => {
  it.each([
    [local(22, 0, 0), 'today'],
    [local(21, 23, 59), 'yesterday'],
    [local(20, 12, 0), 'date'],
    [local(23, 0, 0), 'date'],
  ])('on 22 November %s is %s', (day, label) => {
    expect(labelDay(day.getTime(), local(22, 15, 0).getTime())).toBe(label);
  });
});

describe('countUnseen', () => {
  it('counts what others wrote after the last message seen', () => {
    const messages = [1, 2, 3, 4].map((sequence) => makeMessage({ sequence, ...(sequence === 4 ? own : {}) }));
    expect(countUnseen(messages, 1)).toBe(2);
    expect(countUnseen(messages, 4)).toBe(0);
  });
});
