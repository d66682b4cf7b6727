import { beforeEach, describe, expect, it } from 'vitest';
import { second } from '../base/instants';
import { createTestWorld, type TestWorld } from '../testing/createTestWorld';

const [ana, elisa] = ['agent-1', 'agent-3'] as const;
const support = 'queue-support-whatsapp';

let world: TestWorld;
let id: string;
beforeEach(async () => {
  world = await createTestWorld();
  world.staff(support, ana);
  id = world.conversations.arrive(support, 'customer-001', 'Oi').id;
  world.distributor.accept(ana, id);
});

const send = (text: string, clientMessageId: string) => world.conversations.send(ana, id, clientMessageId, text);

describe('messages', () => {
  it('are numbered without gaps, whoever writes', () => {
    send('Olá!', 'message-1');
    world.conversations.customerWrites(id, 'Preciso de ajuda');
    send('Claro', 'message-2');
    const messages = world.attendances.messagesOf(id);
    expect(messages.map(({ sequence, text }) => [sequence, text])).toEqual([
      [1, 'Oi'],
      [2, 'Olá!'],
      [3, 'Preciso de ajuda'],
      [4, 'Claro'],
    ]);
  });

  it('are one message where the same was sent twice', () => {
    expect(send('Olá!', 'message-1')).toEqual(send('Olá!', 'message-1'));
    expect(world.attendances.messagesOf(id)).toHaveLength(2);
  });

  it('are delivered, then read, and the agent is told', () => {
    send('Olá!', 'message-1');
    world.time.advance(10 * second);
    const deliveries = world
      .told(ana)
      .flatMap((event) => (event.type === 'message-changed' ? [event.message.delivery] : []));
    expect(deliveries).toEqual(['delivered', 'read']);
  });

  it('of the customer count as unread until the agent has read them', () => {
    world.conversations.customerWrites(id, 'Alô?');
    expect(world.attendances.listFor(ana)).toMatchObject([{ unread: 2 }]);
    expect(world.conversations.markRead(ana, id, 1).unread).toBe(1);
    expect(world.conversations.markRead(ana, id, 99).unread).toBe(0);
    expect(world.conversations.markRead(ana, id, 1).unread).toBe(0);
  });

  it('are none of another agent’s business', () => {
    expect(() => world.conversations.send(elisa, id, 'message-1', 'Olá!')).toThrow('not-found');
    expect(() => world.conversations.markRead(elisa, id, 1)).toThrow('not-found');
    expect(() => world.conversations.finish(elisa, id, 'disposition-resolved')).toThrow('not-found');
  });
});

describe('finishing', () => {
  it('needs a disposition of the queue', () => {
    expect(() => world.conversations.finish(ana, id, 'disposition-sale')).toThrow('invalid-request');
    expect(world.attendances.listFor(ana)).toHaveLength(1);
  });

  it('takes the attendance off the list, and nothing can be written any more', () => {
    expect(world.conversations.finish(ana, id, 'disposition-resolved')).toMatchObject({ state: 'finished' });
    expect(world.told(ana).at(-1)).toEqual({ type: 'attendance-removed', attendanceId: id, reason: 'finished' });
    expect(world.attendances.listFor(ana)).toEqual([]);
    expect(() => send('Olá!', 'message-1')).toThrow('already-finished');
    expect(() => world.conversations.finish(ana, id, 'disposition-resolved')).toThrow('already-finished');
    expect(() => world.conversations.customerWrites(id, 'Oi?')).toThrow('already-finished');
  });

  it('is still the agent’s to do when the customer has left', () => {
    world.conversations.withdraw(id);
    expect(world.attendances.messagesOf(id).at(-1)).toMatchObject({ direction: 'system' });
    expect(world.attendances.listFor(ana)).toMatchObject([{ state: 'in-progress' }]);
  });
});
