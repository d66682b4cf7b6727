import { beforeEach, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/createTestWorld';

const [ana, elisa, bruno, carla] = ['agent-1', 'agent-3', 'agent-4', 'agent-5'] as const;

let world: TestWorld;
beforeEach(async () => {
  world = await createTestWorld();
});

const stateOf = (agentId: string, queueId: string) =>
  world.presence.view(agentId).queues.find(({ id }) => id === queueId)?.state;

describe('PresenceService', () => {
  it('logs in to linked queues only, and to none of a list where one is refused', () => {
    expect(() => world.presence.logIn(elisa, ['queue-support-whatsapp', 'queue-sales-whatsapp'])).toThrow('forbidden');
    expect(stateOf(elisa, 'queue-support-whatsapp')).toEqual({ kind: 'logged-out' });
    expect(() => world.presence.logIn(elisa, ['queue-of-nobody'])).toThrow('not-found');
  });

  it.each([
    ['who is not enabled for omnichannel', bruno],
    ['without the permission for attendances', carla],
  ])('refuses an agent %s', (_, agentId) => {
    expect(() => world.presence.logIn(agentId, ['queue-support-whatsapp'])).toThrow('forbidden');
    expect(world.presence.view(agentId)).toMatchObject({ queues: [], timer: { kind: 'off' } });
  });

  it('pauses for a reason of that queue only, and only where logged in', () => {
    expect(() => world.presence.pause(ana, 'queue-sales-whatsapp', 'pause-lunch')).toThrow('not-logged-in');
    world.presence.logIn(ana, ['queue-sales-whatsapp']);
    expect(() => world.presence.pause(ana, 'queue-sales-whatsapp', 'pause-training')).toThrow('not-found');
    world.presence.pause(ana, 'queue-sales-whatsapp', 'pause-lunch');
    expect(stateOf(ana, 'queue-sales-whatsapp')).toMatchObject({
      kind: 'paused',
      reason: { name: 'Almoço', limitSeconds: 3600 },
      startedBy: 'agent',
    });
  });

  it('tells the agent of every change, with a higher revision each time', () => {
    world.connect(ana);
    world.presence.logIn(ana, ['queue-sales-whatsapp', 'queue-support-whatsapp']);
    world.presence.logIn(ana, ['queue-sales-whatsapp']);
    world.presence.logOut(ana, ['queue-sales-whatsapp']);
    world.presence.logOutOfAll(ana);
    const revisions = world
      .told(ana)
      .flatMap((event) => (event.type === 'presence-changed' ? [event.presence.revision] : []));
    expect(revisions).toEqual([1, 2, 3]);
  });

  it('logs an agent out of the queues when the administrator takes omnichannel away', () => {
    world.presence.logIn(ana, ['queue-sales-whatsapp']);
    world.agents.update(ana, { omnichannel: { enabled: false, missing: ['licence'] } });
    expect(stateOf(ana, 'queue-sales-whatsapp')).toEqual({ kind: 'logged-out' });
  });
});
