import { beforeEach, describe, expect, it } from 'vitest';
import { minute, second } from '../base/instants';
import { createTestWorld, type TestWorld } from '../testing/createTestWorld';
import { absenceLimit } from './absence';

const [ana, diego, elisa] = ['agent-1', 'agent-2', 'agent-3'] as const;
const support = 'queue-support-whatsapp';
const sales = 'queue-sales-whatsapp';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestWorld();
});

const arrive = (queueId = support) => world.conversations.arrive(queueId, 'customer-001', 'Oi').id;
const progressOf = (id: string) => world.attendances.get(id).progress;
const lastTold = (agentId: string) => world.told(agentId).at(-1);

describe('an offer', () => {
  it('rings at the agent who is there, for twenty seconds', () => {
    world.staff(support, ana);
    const id = arrive();
    const offeredAt = world.time.now();
    expect(progressOf(id)).toEqual({ kind: 'offered', agentId: ana, offeredAt, expiresAt: offeredAt + 20 * second });
    expect(lastTold(ana)).toMatchObject({
      type: 'attendance-changed',
      attendance: { id, state: 'offered', unread: 1 },
    });
  });

  it('does not ring at somebody logged in but not connected, and rings as soon as they are', () => {
    world.presence.logIn(ana, [support]);
    const id = arrive();
    expect(progressOf(id).kind).toBe('waiting');
    world.connect(ana);
    expect(progressOf(id)).toMatchObject({ kind: 'offered', agentId: ana });
  });

  it('goes to another agent when it is missed, and off the first one’s screen', () => {
    world.staff(support, ana, elisa);
    const id = arrive();
    world.time.advance(20 * second);
    expect(progressOf(id)).toMatchObject({ kind: 'offered', agentId: elisa });
    expect(lastTold(ana)).toEqual({ type: 'attendance-removed', attendanceId: id, reason: 'offer-missed' });
    world.distributor.reject(elisa, id);
    expect(lastTold(elisa)).toMatchObject({ type: 'attendance-changed', attendance: { id, state: 'waiting' } });
  });

  it('comes back after a moment to an agent who rejected it and is the only one', () => {
    world.staff(support, ana);
    const id = arrive();
    world.distributor.reject(ana, id);
    expect(progressOf(id).kind).toBe('waiting');
    world.time.advance(5 * second - 1);
    expect(progressOf(id).kind).toBe('waiting');
    world.time.advance(1);
    expect(progressOf(id)).toMatchObject({ kind: 'offered', agentId: ana });
  });

  it('can be accepted once, by the one it rings at, and only in time', () => {
    world.staff(support, ana, elisa);
    const id = arrive();
    expect(() => world.distributor.accept(elisa, id)).toThrow('offer-gone');
    expect(world.distributor.accept(ana, id)).toMatchObject({ state: 'in-progress' });
    expect(() => world.distributor.accept(ana, id)).toThrow('offer-gone');
    const other = arrive();
    world.time.advance(20 * second);
    expect(() => world.distributor.accept(elisa, other)).toThrow('offer-gone');
    expect(() => world.distributor.accept(ana, 'attendance-99')).toThrow('not-found');
  });

  it('is refused at capacity, where the maximum was lowered while it rang', () => {
    world.staff(support, ana);
    world.distributor.accept(ana, arrive());
    const id = arrive();
    world.agents.update(ana, { maximumAttendances: 1 });
    expect(() => world.distributor.accept(ana, id)).toThrow('at-capacity');
  });

  it('does not go beyond the agent’s maximum, and comes when there is room', () => {
    world.staff(support, diego);
    const [first, second] = [arrive(), arrive()];
    expect(progressOf(second).kind).toBe('waiting');
    world.distributor.accept(diego, first);
    world.conversations.finish(diego, first, 'disposition-resolved');
    expect(progressOf(second)).toMatchObject({ kind: 'offered', agentId: diego });
  });

  it('is taken back, and not counted as missed, when the agent leaves the queue or pauses it', () => {
    world.staff(support, ana);
    const id = arrive();
    world.presence.pause(ana, support, 'pause-lunch');
    expect(progressOf(id).kind).toBe('waiting');
    expect(lastTold(ana)).toMatchObject({ type: 'attendance-changed', attendance: { state: 'waiting' } });
    world.presence.resume(ana, support);
    expect(progressOf(id).kind).toBe('offered');
    world.presence.logOut(ana, [support]);
    expect(lastTold(ana)).toEqual({ type: 'attendance-removed', attendanceId: id, reason: 'left-queue' });
    expect(world.presence.of(ana).missedInARow).toBe(0);
  });

  it('is over when the customer gives up', () => {
    world.staff(support, ana);
    const id = arrive();
    world.conversations.withdraw(id);
    expect(lastTold(ana)).toEqual({ type: 'attendance-removed', attendanceId: id, reason: 'withdrawn' });
    world.time.advance(minute);
    expect(progressOf(id).kind).toBe('withdrawn');
  });
});

describe('waiting attendances', () => {
  it('show to everybody in the queue, and go away for those who lose them to another', () => {
    for (const agentId of [ana, elisa]) world.presence.logIn(agentId, [support]);
    const id = arrive();
    expect(world.attendances.listFor(elisa)).toMatchObject([{ id, state: 'waiting' }]);
    world.connect(elisa);
    expect(world.attendances.listFor(ana)).toEqual([]);
    expect(world.attendances.listFor(elisa)).toMatchObject([{ id, state: 'offered' }]);
  });

  it('come into sight when the agent enters the queue', () => {
    const id = arrive();
    world.connect(ana);
    expect(world.attendances.listFor(ana)).toEqual([]);
    world.presence.logIn(ana, [sales]);
    expect(world.attendances.listFor(ana)).toEqual([]);
    world.presence.logIn(ana, [support]);
    expect(world.attendances.listFor(ana)).toMatchObject([{ id }]);
  });
});

describe('three offers missed in a row', () => {
  it('pause the agent everywhere, until they come back', () => {
    world.staff(support, ana);
    world.presence.logIn(ana, ['queue-shop-webchat']);
    const id = arrive();
    world.time.advance(3 * 20 * second + 2 * 5 * second);
    const { automaticPause, queues, timer } = world.presence.view(ana);
    expect(automaticPause).toMatchObject({ missedOffers: 3 });
    expect(timer).toMatchObject({ kind: 'paused', reasonName: 'Pausa automática' });
    const states = queues.map(({ state }) => state).filter(({ kind }) => kind !== 'logged-out');
    expect(states).toMatchObject([
      { kind: 'paused', startedBy: 'platform' },
      { kind: 'paused', startedBy: 'platform' },
    ]);
    world.time.advance(minute);
    expect(progressOf(id).kind).toBe('waiting');
    world.presence.resume(ana, support);
    expect(world.presence.view(ana).automaticPause).toBeNull();
    expect(progressOf(id).kind).toBe('offered');
  });
});

describe('an agent whose stream broke off', () => {
  it('keeps an offer for a moment, then it goes to another', () => {
    const disconnect = world.connect(ana);
    world.presence.logIn(ana, [support]);
    const id = arrive();
    world.staff(support, elisa);
    disconnect();
    world.time.advance(15 * second - 1);
    expect(progressOf(id)).toMatchObject({ agentId: ana });
    world.time.advance(1);
    expect(progressOf(id)).toMatchObject({ agentId: elisa });
  });

  it('is logged out of the queues after five minutes, the counter stopped', () => {
    const disconnect = world.connect(ana);
    world.presence.logIn(ana, [support]);
    world.time.advance(minute);
    disconnect();
    world.time.advance(absenceLimit - 1);
    expect(world.presence.view(ana).timer.kind).toBe('online');
    world.time.advance(1);
    expect(world.presence.view(ana).timer.kind).toBe('off');
  });

  it('stays logged in, the counter going on, when the stream comes back in time', () => {
    const disconnect = world.connect(ana);
    world.presence.logIn(ana, [support]);
    const { timer } = world.presence.view(ana);
    disconnect();
    world.time.advance(absenceLimit - 1);
    world.connect(ana);
    world.time.advance(absenceLimit);
    expect(world.presence.view(ana).timer).toEqual(timer);
  });

  it('stays logged in while an attendance is in progress', () => {
    const disconnect = world.connect(ana);
    world.presence.logIn(ana, [support]);
    const id = arrive();
    world.distributor.accept(ana, id);
    disconnect();
    world.time.advance(absenceLimit);
    expect(world.presence.view(ana).timer.kind).toBe('online');
    world.conversations.finish(ana, id, 'disposition-resolved');
    world.time.advance(minute);
    expect(world.presence.view(ana).timer.kind).toBe('off');
  });
});
