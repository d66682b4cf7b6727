import { describe, expect, it } from 'vitest';
import { requests } from '../../../shared/ipc/contract';
import type { RequestChannel } from '../../../shared/ipc/contract';
import { eventVerbs, requestVerbs } from '../../../shared/ipc/desktop';
import { events } from '../../../shared/ipc/contract';
import { parseArgument } from './parseArgument';

describe('parseArgument', () => {
  it('hands on what fits the contract', () => {
    expect(parseArgument('queues:log-in', { queueIds: ['q1'] })).toEqual({ queueIds: ['q1'] });
  });

  it('refuses what does not, naming the channel and the path but not the content', () => {
    const bad = { email: 'ana@example.com', password: 7, extra: 'customer words' };
    expect(() => parseArgument('session:sign-in', bad)).toThrow('session:sign-in refused: password');
    expect(() => parseArgument('queues:log-in', { queueIds: ['q1', '../secret'] })).toThrow(
      /^((?!secret).)*queueIds\.1$/,
    );
    expect(() => parseArgument('queues:log-in', 'nothing of the kind')).toThrow('queues:log-in refused: the argument');
  });

  it.each((Object.keys(requests) as RequestChannel[]).map((channel) => [channel]))(
    '%s refuses an argument of a shape that no channel has',
    (channel) => {
      expect(() => parseArgument(channel, Symbol.iterator)).toThrow(channel);
    },
  );
});

describe('the verbs of window.desktop', () => {
  it('reach every channel of the contract exactly once', () => {
    expect(Object.values(requestVerbs).sort()).toEqual(Object.keys(requests).sort());
    expect(Object.values(eventVerbs).sort()).toEqual(Object.keys(events).sort());
  });
});
