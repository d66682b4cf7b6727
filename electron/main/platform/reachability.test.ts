import { expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { Reachability, type ReachabilityState } from './reachability';

it('keeps the moment of the first failure until the platform answers again', () => {
  const clock = new FakeClock();
  const reachability = new Reachability(clock);
  const told: ReachabilityState[] = [];
  reachability.state.onDidChange((state) => told.push(state));
  const since = clock.now();

  reachability.tellReachable();
  reachability.tellUnreachable();
  clock.jump(60_000);
  reachability.tellUnreachable();
  expect(reachability.state.value).toEqual({ kind: 'unreachable', since });

  reachability.tellReachable();
  clock.jump(1_000);
  reachability.tellUnreachable();
  expect(told).toEqual([
    { kind: 'unreachable', since },
    { kind: 'reachable' },
    { kind: 'unreachable', since: since + 61_000 },
  ]);
});
