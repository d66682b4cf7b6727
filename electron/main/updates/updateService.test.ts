import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../../shared/state/update';
import { FakeClock, settle } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import type { NetworkCost } from './networkCost';
import { firstCheckAfter, longestPause } from './updateDecision';
import type { UpdateFacts } from './updateDecision';
import type { FoundUpdate, UpdateDriver } from './updateDriver';
import { UpdateError } from './updateDriver';
import { UpdateService } from './updateService';
import type { UpdateServiceOptions } from './updateService';

const newer: FoundUpdate = { version: '0.2.0', releaseNotes: '<p>Filas mais rápidas</p>' };
const ready = (isOffered: boolean) => ({
  kind: 'ready',
  version: '0.2.0',
  notes: 'Filas mais rápidas',
  isOffered,
});

/** A service with its world: a feed and an installer played by the test, facts to change, a clock moved by hand. */
const createWorld = (options: Partial<UpdateServiceOptions> = {}) => {
  const clock = new FakeClock();
  const world = {
    feed: (): Promise<FoundUpdate | null> => Promise.resolve(newer),
    arrive: (): Promise<void> => Promise.resolve(),
    installs: true,
    facts: { hasAttendances: false, isInQueues: false, isLeaving: false } satisfies UpdateFacts as UpdateFacts,
    cost: 'free' as NetworkCost,
    isShuttingDown: false,
    did: [] as string[],
    progress: (_percent: number): void => undefined,
    signal: null as AbortSignal | null,
  };
  const driver: UpdateDriver = {
    check: () => {
      world.did.push('check');
      return world.feed();
    },
    download: (onProgress, signal) => {
      world.did.push('download');
      world.progress = onProgress;
      world.signal = signal;
      return world.arrive();
    },
    install: () => {
      world.did.push('install');
      return world.installs;
    },
  };
  const logger = new MemoryLogger();
  const service: UpdateService = new UpdateService({
    currentVersion: '0.1.0',
    disabled: null,
    loadDriver: () => {
      world.did.push('load');
      return Promise.resolve(driver);
    },
    facts: () => world.facts,
    isShuttingDown: () => world.isShuttingDown,
    readNetworkCost: () => Promise.resolve(world.cost),
    requestInstall: () => Promise.resolve(service.installNow() ? 'allowed' : 'vetoed'),
    clock,
    random: () => 0.5,
    logger,
    ...options,
  });
  const states: UpdateState['kind'][] = [];
  service.state.onDidChange(({ kind }) => states.push(kind));
  const change = async (facts: Partial<UpdateFacts>) => {
    world.facts = { ...world.facts, ...facts };
    service.reconsider();
    await settle();
  };
  return { world, service, clock, states, change, logger };
};

describe('UpdateService', () => {
  it('loads nothing until 30 seconds after the start, then checks again within the hour, for ever', async () => {
    const { world, service, clock } = createWorld();
    world.feed = () => Promise.resolve(null);
    const stop = service.start();
    await clock.advance(firstCheckAfter - 1);
    expect(world.did).toEqual([]);
    await clock.advance(1);
    expect(world.did).toEqual(['load', 'check']);
    await clock.advance(longestPause);
    await clock.advance(longestPause);
    expect(world.did.filter((what) => what === 'check').length).toBeGreaterThanOrEqual(3);
    expect(world.did.filter((what) => what === 'load')).toHaveLength(1);
    stop();
    expect(clock.pending).toBe(0);
  });

  it.each(['managed', 'development', 'not-updatable'] as const)(
    'never looks where it is disabled: %s',
    async (reason) => {
      const { world, service, clock } = createWorld({ disabled: reason });
      service.start();
      await clock.advance(longestPause);
      await service.check();
      expect(world.did).toEqual([]);
      expect(service.state.value).toEqual({ kind: 'disabled', reason });
    },
  );

  it('downloads what it finds, shows how far it is, and offers it with notes in plain text', async () => {
    const { world, service, states } = createWorld();
    const percents: number[] = [];
    service.state.onDidChange((state) => {
      if (state.kind === 'downloading') percents.push(state.percent);
    });
    world.arrive = () => {
      for (const percent of [0.2, 0.9, 50.5, 50.9, 130]) world.progress(percent);
      return Promise.resolve();
    };
    await service.check();
    expect(states.filter((kind, index) => kind !== states[index - 1])).toEqual(['checking', 'downloading', 'ready']);
    expect(percents).toEqual([0, 50, 100]);
    expect(service.state.value).toEqual(ready(true));
    expect(world.did).toEqual(['load', 'check', 'download']);
  });

  it('says when nothing is newer', async () => {
    const { world, service, clock } = createWorld();
    world.feed = () => Promise.resolve(null);
    await service.check();
    expect(service.state.value).toEqual({ kind: 'idle', checkedAt: clock.now() });
  });

  it('takes no older version, whatever the feed says', async () => {
    const { world, service } = createWorld();
    world.feed = () => Promise.resolve({ version: '0.0.9', releaseNotes: null });
    await service.check();
    expect(service.state.value.kind).toBe('idle');
    expect(world.did).not.toContain('download');
  });

  it('waits with the download until the last attendance has ended, and offers it then', async () => {
    const { world, service, change } = createWorld();
    world.facts = { ...world.facts, isInQueues: true, hasAttendances: true };
    await service.check();
    expect(service.state.value).toEqual({ kind: 'found', version: '0.2.0', waitsFor: 'attendances' });
    await change({});
    expect(world.did).not.toContain('download');
    await change({ hasAttendances: false });
    expect(service.state.value).toEqual(ready(true));
  });

  it('waits for a network that costs nothing, unless the agent does not mind', async () => {
    const { world, service, change, clock } = createWorld();
    world.cost = 'metered';
    const stop = service.start();
    await clock.advance(firstCheckAfter);
    expect(service.state.value).toEqual({ kind: 'found', version: '0.2.0', waitsFor: 'metered' });
    await change({ isInQueues: true });
    expect(world.did).not.toContain('download');
    world.cost = 'free';
    await clock.advance(longestPause);
    expect(service.state.value.kind).toBe('ready');
    stop();

    const other = createWorld();
    other.world.cost = 'metered';
    await other.service.check();
    await other.service.download();
    expect(other.service.state.value.kind).toBe('ready');
  });

  it('goes on with a download during which an attendance begins, and offers nothing until that has ended', async () => {
    const { world, service, change } = createWorld();
    let arrive = (): void => undefined;
    world.arrive = () => new Promise((resolve) => (arrive = resolve));
    const checked = service.check();
    await settle();
    await change({ isInQueues: true, hasAttendances: true });
    arrive();
    await checked;
    expect(service.state.value).toEqual(ready(false));
    await change({ hasAttendances: false });
    expect(service.state.value).toEqual(ready(true));
    expect(world.did.filter((what) => what === 'download')).toHaveLength(1);
  });

  it('does not repeat an offer after "later" until the next good moment', async () => {
    const { service, change } = createWorld();
    await service.check();
    service.postpone();
    expect(service.state.value).toEqual(ready(false));
    await change({ isInQueues: true });
    await service.check();
    expect(service.state.value).toEqual(ready(false));
    await change({ hasAttendances: true });
    await change({ hasAttendances: false });
    expect(service.state.value).toEqual(ready(true));
  });

  it('installs by the way of leaving alone', async () => {
    const { world, service } = createWorld({ requestInstall: () => Promise.resolve('vetoed') });
    await service.check();
    await service.install();
    expect(world.did).not.toContain('install');
    expect(service.state.value).toEqual(ready(true));
    expect(service.installNow()).toBe(true);
    expect(service.state.value).toEqual({ kind: 'installing', version: '0.2.0' });
  });

  it('asks nobody and installs nothing before something is ready', async () => {
    const { world, service } = createWorld({
      requestInstall: () => {
        throw new Error('asked');
      },
    });
    await service.install();
    expect(service.installNow()).toBe(false);
    expect(world.did).toEqual([]);
  });

  it.each([
    ['an attendance has begun', { facts: { hasAttendances: true, isInQueues: true, isLeaving: true } }],
    ['the system is shutting down', { isShuttingDown: true }],
  ])('looks once more at the very end: not if %s', async (_what, change) => {
    const { world, service } = createWorld();
    await service.check();
    Object.assign(world, change);
    expect(service.installNow()).toBe(false);
    expect(world.did).not.toContain('install');
    expect(service.state.value.kind).toBe('ready');
  });

  it.each([
    ['does not start', false],
    ['fails', new UpdateError('other', 'EACCES')],
  ])('says so when the installer %s', async (_what, outcome) => {
    const { world, service } = createWorld();
    await service.check();
    Object.defineProperty(world, 'installs', {
      get: () => {
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    });
    expect(service.installNow()).toBe(false);
    expect(service.state.value).toEqual({ kind: 'failed', failure: 'not-installed' });
  });

  it('says so when the app is still there after the installer was started', async () => {
    const { service } = createWorld();
    await service.check();
    service.tellExitFailed();
    expect(service.state.value.kind).toBe('ready');
    service.installNow();
    service.tellExitFailed();
    expect(service.state.value).toEqual({ kind: 'failed', failure: 'not-installed' });
  });

  it('does not check or download while the app is being left', async () => {
    const { world, service, change } = createWorld();
    await change({ isLeaving: true });
    await service.check();
    expect(world.did).toEqual([]);
  });

  it('says what went wrong, tells no message to the log, and tries again with the next check', async () => {
    const { world, service, logger } = createWorld();
    world.arrive = () => Promise.reject(Object.assign(new Error('/home/maria/x'), { code: 'ERR_CHECKSUM_MISMATCH' }));
    await service.check();
    expect(service.state.value).toEqual({ kind: 'failed', failure: 'not-authentic' });
    expect(logger.lines.join()).toContain('ERR_CHECKSUM_MISMATCH');
    expect(logger.lines.join()).not.toContain('maria');
    world.arrive = () => Promise.resolve();
    await service.check();
    expect(service.state.value).toEqual(ready(true));
  });

  it('gives up a download that brings nothing for two minutes', async () => {
    const { world, service, clock } = createWorld();
    world.arrive = () =>
      new Promise((_resolve, reject) => {
        world.signal?.addEventListener('abort', () => {
          reject(new UpdateError('interrupted', 'STANDSTILL'));
        });
      });
    const checked = service.check();
    await clock.advance(100_000);
    world.progress(10);
    await clock.advance(100_000);
    expect(service.state.value).toEqual({ kind: 'downloading', version: '0.2.0', percent: 10 });
    await clock.advance(20_000);
    await checked;
    expect(service.state.value).toEqual({ kind: 'failed', failure: 'interrupted' });
    expect(clock.pending).toBe(0);
  });

  it('keeps what is ready when the feed can not be reached', async () => {
    const { world, service, states } = createWorld();
    await service.check();
    world.feed = () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED'));
    states.length = 0;
    await service.check();
    expect(states).toEqual([]);
    expect(service.state.value).toEqual(ready(true));
  });

  it('installs no version that has been withdrawn, and takes the next one in place of the one that is ready', async () => {
    const { world, service } = createWorld();
    await service.check();
    world.feed = () => Promise.resolve({ version: '0.3.0', releaseNotes: null });
    await service.check();
    expect(service.state.value).toEqual({ kind: 'ready', version: '0.3.0', notes: null, isOffered: true });
    world.feed = () => Promise.resolve(null);
    await service.check();
    expect(service.state.value.kind).toBe('idle');
    expect(service.installNow()).toBe(false);
  });

  it('does one thing at a time', async () => {
    const { world, service } = createWorld();
    await Promise.all([service.check(), service.check(), service.check()]);
    expect(world.did).toEqual(['load', 'check', 'download']);
  });

  it('loads its library again after that has failed', async () => {
    let attempts = 0;
    const { service } = createWorld({
      loadDriver: () => {
        attempts += 1;
        return Promise.reject(new TypeError('no such chunk'));
      },
    });
    await service.check();
    await service.check();
    expect(attempts).toBe(2);
    expect(service.state.value).toEqual({ kind: 'failed', failure: 'other' });
  });
});
