import { describe, expect, it } from 'vitest';
import { FakeClock, settle } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { AgentTraces, type TraceHolder } from './agentTraces';

const create = (holders: readonly TraceHolder[]) => {
  const clock = new FakeClock();
  const logger = new MemoryLogger();
  return { clock, logger, traces: new AgentTraces({ holders, clock, logger }) };
};

describe('AgentTraces', () => {
  it('wipes storage, caches and logins of every memory, and waits for all of it', async () => {
    const wiped: string[] = [];
    const finish: (() => void)[] = [];
    const holder = (name: string): TraceHolder => ({
      clearStorageData: () => {
        wiped.push(`${name} storage`);
        return new Promise((resolve) => finish.push(resolve));
      },
      clearCache: () => Promise.resolve(void wiped.push(`${name} cache`)),
      clearAuthCache: () => Promise.resolve(void wiped.push(`${name} logins`)),
    });
    const { traces, clock } = create([holder('page'), holder('platform')]);
    await traces.whenIdle();
    traces.wipe();
    let isIdle = false;
    const idle = traces.whenIdle().then(() => (isIdle = true));
    await settle();
    expect(isIdle).toBe(false);
    for (const resolve of finish) resolve();
    await idle;
    expect(wiped.toSorted()).toEqual(
      ['page', 'platform'].flatMap((name) => [`${name} cache`, `${name} logins`, `${name} storage`]),
    );
    expect(clock.pending).toBe(0);
  });

  it('holds nobody up for more than three seconds', async () => {
    const never = () => new Promise<void>(() => undefined);
    const { traces, clock } = create([{ clearStorageData: never, clearCache: never, clearAuthCache: never }]);
    traces.wipe();
    const idle = traces.whenIdle();
    await clock.advance(3_000);
    await idle;
    expect(clock.pending).toBe(0);
  });

  it('wipes what it can where something fails, and says so', async () => {
    const wiped: string[] = [];
    const { traces, logger } = create([
      {
        clearStorageData: () => Promise.reject(new Error('of somebody')),
        clearCache: () => Promise.resolve(void wiped.push('cache')),
        clearAuthCache: () => Promise.resolve(void wiped.push('logins')),
      },
    ]);
    traces.wipe();
    await traces.whenIdle();
    expect(wiped).toEqual(['cache', 'logins']);
    expect(logger.lines.join()).toContain('could not be wiped');
    expect(logger.lines.join()).not.toContain('of somebody');
  });
});
