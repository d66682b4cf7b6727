import { expect, it } from 'vitest';
import { fail, succeed } from '../../../shared/state/problem';
import { noCommands, reduceCommands, type CommandAction } from './commandState';

const after = (...actions: readonly CommandAction[]) => actions.reduce(reduceCommands, noCommands);
const down = fail({ kind: 'platform-down', status: 503 });

it('keeps a queue busy until its own command is answered', () => {
  const state = after(
    { kind: 'started', queueId: 'a' },
    { kind: 'started', queueId: 'b' },
    { kind: 'settled', queueId: 'b', result: succeed(undefined) },
  );
  expect([...state.busy]).toEqual(['a']);
});

it('says why a command failed under its queue, until the next one for that queue', () => {
  const failed = after({ kind: 'started', queueId: 'a' }, { kind: 'settled', queueId: 'a', result: down });
  expect(failed.problems.get('a')).toEqual({ kind: 'platform-down', status: 503 });
  const other = reduceCommands(failed, { kind: 'started', queueId: 'b' });
  expect(other.problems.has('a')).toBe(true);
  expect(reduceCommands(other, { kind: 'started', queueId: 'a' }).problems.has('a')).toBe(false);
});

it('says why a command for all queues failed once, not under each of them', () => {
  const state = after(
    { kind: 'bulk-started', direction: 'leaving', queueIds: ['a', 'b'] },
    { kind: 'bulk-settled', queueIds: ['a', 'b'], result: down },
  );
  expect(state.problems.size).toBe(0);
  expect(state.busy.size).toBe(0);
  expect(state.bulk).toEqual({ kind: 'failed', problem: { kind: 'platform-down', status: 503 } });
});

it('forgets what has been read, but not what is still under way', () => {
  const state = after(
    { kind: 'settled', queueId: 'a', result: down },
    { kind: 'started', queueId: 'b' },
    { kind: 'bulk-started', direction: 'entering', queueIds: ['c'] },
    { kind: 'problems-read' },
  );
  expect(state.problems.size).toBe(0);
  expect([...state.busy]).toEqual(['b', 'c']);
  expect(state.bulk).toEqual({ kind: 'entering' });
});
