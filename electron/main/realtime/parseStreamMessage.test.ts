import { describe, expect, it } from 'vitest';
import { parseStreamMessage } from './parseStreamMessage';

const heartbeat = { type: 'heartbeat', serverTime: '2026-11-22T12:00:00.000Z' };

describe('parseStreamMessage', () => {
  it('parses an event with its id', () => {
    const event = { type: 'session-ended', reason: 'replaced' };
    expect(parseStreamMessage({ id: '7', event: 'session-ended', data: JSON.stringify(event) })).toEqual({
      kind: 'event',
      id: 7,
      event,
    });
  });

  it.each([undefined, '', '-1', '1.5', '0x1', '9'.repeat(16)])('takes %j for no id', (id) => {
    expect(parseStreamMessage({ id, data: JSON.stringify(heartbeat) })).toEqual({
      kind: 'event',
      id: null,
      event: heartbeat,
    });
  });

  it('knows an event of a later version from a broken one', () => {
    const later = JSON.stringify({ type: 'holiday-announced' });
    expect(parseStreamMessage({ id: '7', data: later })).toEqual({ kind: 'unknown-type', id: 7 });
    expect(parseStreamMessage({ id: '7', event: 'holiday-announced', data: '{' })).toEqual({
      kind: 'unknown-type',
      id: 7,
    });
    expect(parseStreamMessage({ id: '7', event: 'message-added', data: '{"type":"message-a' })).toMatchObject({
      kind: 'malformed',
      type: 'message-added',
    });
    expect(parseStreamMessage({ id: '7', data: 'no JSON' })).toMatchObject({ kind: 'malformed' });
  });

  it('tells where a broken event differs from the contract, and nothing of its content', () => {
    const data = JSON.stringify({ type: 'message-added', message: { id: 'Maria da Silva' } });
    expect(parseStreamMessage({ id: '7', data })).toEqual({
      kind: 'malformed',
      id: 7,
      type: 'message-added',
      path: 'message.id',
    });
  });
});
