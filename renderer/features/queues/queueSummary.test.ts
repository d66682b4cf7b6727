import { describe, expect, it } from 'vitest';
import { automaticallyPausedQueues, countQueues, groupByChannel, queuesToEnter, queuesToLeave } from './queueSummary';
import { loggedIn, makePresence, makeQueue, paused } from './testQueues';

const queues = [
  makeQueue({ id: 'a', name: 'Vendas', channel: 'voice' }),
  makeQueue({ id: 'b', name: 'Nível 10', state: loggedIn() }),
  makeQueue({ id: 'c', name: 'Nível 2', state: paused() }),
  makeQueue({ id: 'd', name: 'Água', channel: 'email', state: loggedIn() }),
  makeQueue({ id: 'e', name: 'Boletos', channel: 'email' }),
];

describe('countQueues', () => {
  it('counts a paused queue as logged in, but not as online', () => {
    expect(countQueues(queues)).toEqual({ total: 5, loggedIn: 3, online: 2, paused: 1 });
  });
});

describe('groupByChannel', () => {
  it('keeps the order of channels and sorts names as people read them', () => {
    const groups = groupByChannel(queues, 'pt-BR');
    expect(groups.map(({ channel, queues: members }) => [channel, members.map(({ name }) => name)])).toEqual([
      ['whatsapp', ['Nível 2', 'Nível 10']],
      ['email', ['Água', 'Boletos']],
      ['voice', ['Vendas']],
    ]);
  });

  it('does not move a queue when its state changes', () => {
    const order = (list: typeof queues) =>
      groupByChannel(list, 'pt-BR').flatMap((group) => group.queues.map(({ id }) => id));
    expect(order(queues.map((queue) => ({ ...queue, state: loggedIn() })))).toEqual(order(queues));
  });
});

describe('entering and leaving all queues', () => {
  it('enters only the queues the agent is out of', () => {
    expect(queuesToEnter(queues)).toEqual(['a', 'e']);
  });

  it('leaves the paused queues as well', () => {
    expect(queuesToLeave(queues)).toEqual(['b', 'c', 'd']);
  });
});

describe('automaticallyPausedQueues', () => {
  const automaticPause = { since: '2026-11-22T12:40:00.000Z', missedOffers: 3 };
  const states = [makeQueue({ id: 'x', state: paused('platform') }), makeQueue({ id: 'y', state: paused('agent') })];

  it('names what the platform paused, not what the agent paused', () => {
    expect(automaticallyPausedQueues(makePresence({ queues: states, automaticPause }))).toEqual(['x']);
  });

  it('is empty when no automatic pause holds, or nothing is known yet', () => {
    expect(automaticallyPausedQueues(makePresence({ queues: states }))).toEqual([]);
    expect(automaticallyPausedQueues(null)).toEqual([]);
  });
});
