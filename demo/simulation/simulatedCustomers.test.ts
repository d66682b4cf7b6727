import { beforeEach, describe, expect, it } from 'vitest';
import { isOpen } from '../attendances/attendanceRecord';
import { hour, minute } from '../base/instants';
import { createTestWorld, type TestWorld } from '../testing/createTestWorld';
import { SimulatedCustomers } from './simulatedCustomers';

const ana = 'agent-1';
const support = 'queue-support-whatsapp';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestWorld();
  new SimulatedCustomers(world, 1).start();
});

describe('simulated customers', () => {
  it('stay away while nobody is there for them', () => {
    world.presence.logIn(ana, [support]);
    world.time.advance(hour);
    expect(world.attendances.all()).toEqual([]);
  });

  it('arrive in queues somebody works in, a few at a time', () => {
    world.staff(support, ana);
    world.agents.update(ana, { maximumAttendances: 1 });
    world.time.advance(10 * minute);
    const all = world.attendances.all();
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(isOpen).length).toBeLessThanOrEqual(4);
    expect(new Set(all.map(({ queueId }) => queueId))).toEqual(new Set([support]));
  });

  it('answer what the agent writes, once for several messages in a row, until they have nothing left to say', () => {
    world.staff(support, ana);
    world.time.advance(10_000);
    const [attendance] = world.attendances.listFor(ana);
    const id = attendance?.id ?? '';
    world.distributor.accept(ana, id);
    const fromCustomer = () =>
      world.attendances.messagesOf(id).filter(({ direction }) => direction === 'from-customer');
    expect(fromCustomer()).toHaveLength(1);
    world.conversations.send(ana, id, 'message-0001', 'Olá!');
    world.conversations.send(ana, id, 'message-0002', 'Só um instante.');
    world.time.advance(minute);
    expect(fromCustomer()).toHaveLength(2);
    for (let turn = 3; turn < 12; turn += 1) {
      world.conversations.send(ana, id, `message-000${turn}`, 'Certo.');
      world.time.advance(minute);
    }
    expect(fromCustomer().length).toBeLessThan(6);
  });
});
