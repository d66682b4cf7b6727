import { describe, expect, it, vi } from 'vitest';
import type { LeaveBlocked, LeaveReason, LeaveRefusal } from '../../../shared/state/leaving';
import type { LeaveFacts } from './leaveDecision';
import { LifecycleService } from './lifecycleService';
import type { LeaveState } from './lifecycleService';

const maria = {
  id: 'a1',
  customerName: 'Maria Souza',
  channel: 'whatsapp',
  since: '2026-11-22T12:40:00.000Z',
} as const;

const nobodyHolds: LeaveFacts = {
  holding: [],
  renderer: 'answering',
  withoutPlatformFor: null,
  mayLeaveAnyway: true,
  isCritical: false,
};

/** A lifecycle with its world: facts to change, exits that are noted, and a clock moved by hand. */
const createWorld = () => {
  const world = {
    facts: nobodyHolds,
    exits: [] as string[],
    states: [] as LeaveState['kind'][],
    refused: [] as LeaveBlocked[],
    timers: [] as { at: number; callback: () => void }[],
    now: 0,
    doesInstall: true,
    pass(milliseconds: number) {
      world.now += milliseconds;
      const due = world.timers.filter(({ at }) => at <= world.now);
      world.timers = world.timers.filter(({ at }) => at > world.now);
      for (const { callback } of due) callback();
    },
  };
  const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const lifecycle = new LifecycleService({
    facts: () => world.facts,
    logger,
    exits: {
      quit: () => world.exits.push('quit'),
      reload: () => world.exits.push('reload'),
      signOut: () => {
        world.exits.push('sign-out');
        return Promise.resolve();
      },
      installUpdate: () => {
        world.exits.push('install-update');
        return world.doesInstall;
      },
    },
    after: (milliseconds, callback) => {
      const timer = { at: world.now + milliseconds, callback };
      world.timers.push(timer);
      return () => {
        world.timers = world.timers.filter((other) => other !== timer);
      };
    },
  });
  lifecycle.state.onDidChange(({ kind }) => world.states.push(kind));
  lifecycle.onDidRefuse((blocked) => world.refused.push(blocked));
  return { world, lifecycle, logger };
};

const exitOf: Record<Exclude<LeaveReason, 'session-end'>, string> = {
  'close-window': 'quit',
  quit: 'quit',
  'sign-out': 'sign-out',
  reload: 'reload',
  'install-update': 'install-update',
};

const offline: LeaveRefusal = { kind: 'problem', problem: { kind: 'no-network' } };

describe('LifecycleService', () => {
  it.each(Object.entries(exitOf))('%s: leaves by its exit when nobody refuses', async (reason, exit) => {
    const { world, lifecycle } = createWorld();
    expect(await lifecycle.requestLeave(reason as LeaveReason)).toBe('allowed');
    expect(world.exits).toEqual([exit]);
    expect(world.refused).toEqual([]);
  });

  it('installs nothing when an attendance has begun while things were being saved', async () => {
    const { world, lifecycle } = createWorld();
    lifecycle.onWillLeave('drafts', () => {
      world.facts = { ...world.facts, holding: [maria] };
      return Promise.resolve();
    });
    expect(await lifecycle.requestLeave('install-update')).toBe('vetoed');
    expect(world.exits).toEqual([]);
    expect(world.states).toEqual(['asking', 'leaving', 'running']);
    expect(world.refused).toMatchObject([{ reason: 'install-update', refusal: { kind: 'attendances' } }]);
  });

  it('is on guard again at once when nothing was installed', async () => {
    const { world, lifecycle } = createWorld();
    world.doesInstall = false;
    expect(await lifecycle.requestLeave('install-update')).toBe('vetoed');
    expect(world.states).toEqual(['asking', 'leaving', 'gone', 'running']);
    expect(world.timers).toEqual([]);
    world.doesInstall = true;
    expect(await lifecycle.requestLeave('install-update')).toBe('allowed');
    expect(lifecycle.isGone).toBe(true);
  });

  it('goes back to running and leaves no trace after attendances in progress refused', async () => {
    const { world, lifecycle } = createWorld();
    world.facts = { ...world.facts, holding: [maria] };
    expect(await lifecycle.requestLeave('quit')).toBe('vetoed');
    expect(world.states).toEqual(['asking', 'running']);
    expect(world.exits).toEqual([]);
    expect(world.timers).toEqual([]);
    expect(world.refused).toEqual([
      { reason: 'quit', refusal: { kind: 'attendances', holding: [maria], canLeaveAnyway: false } },
    ]);
    world.facts = { ...world.facts, holding: [] };
    expect(await lifecycle.requestLeave('quit')).toBe('allowed');
  });

  it('asks no participant while attendances are in progress', async () => {
    const { world, lifecycle } = createWorld();
    const participant = vi.fn(() => null);
    lifecycle.onBeforeLeave('platform', participant);
    world.facts = { ...world.facts, holding: [maria] };
    await lifecycle.requestLeave('sign-out');
    expect(participant).not.toHaveBeenCalled();
  });

  it("tells a participant's refusal and asks no further", async () => {
    const { world, lifecycle } = createWorld();
    const next = vi.fn(() => null);
    lifecycle.onBeforeLeave('platform', () => Promise.resolve(offline));
    lifecycle.onBeforeLeave('next', next);
    expect(await lifecycle.requestLeave('sign-out')).toBe('vetoed');
    expect(world.refused).toEqual([{ reason: 'sign-out', refusal: offline }]);
    expect(next).not.toHaveBeenCalled();
  });

  it.each([
    [
      'throws',
      () => {
        throw new RangeError('secret');
      },
    ],
    ['rejects', () => Promise.reject(new RangeError('secret'))],
  ])('counts it as a refusal when a participant %s, and logs no message', async (_how, participant) => {
    const { world, lifecycle, logger } = createWorld();
    lifecycle.onBeforeLeave('drafts', participant);
    expect(await lifecycle.requestLeave('quit')).toBe('vetoed');
    expect(world.refused[0]?.refusal).toMatchObject({ kind: 'problem', problem: { kind: 'unexpected' } });
    expect(JSON.stringify(logger.error.mock.calls)).not.toContain('secret');
    expect(lifecycle.isGone).toBe(false);
  });

  it('refuses when an attendance begins while a participant is asked', async () => {
    const { world, lifecycle } = createWorld();
    lifecycle.onBeforeLeave('slow', () => {
      world.facts = { ...world.facts, holding: [maria] };
      return null;
    });
    expect(await lifecycle.requestLeave('install-update')).toBe('vetoed');
    expect(world.exits).toEqual([]);
  });

  it('joins an equal request, so that two clicks ask once', async () => {
    const { world, lifecycle } = createWorld();
    const outcomes = await Promise.all([lifecycle.requestLeave('sign-out'), lifecycle.requestLeave('sign-out')]);
    expect(outcomes).toEqual(['allowed', 'allowed']);
    expect(world.exits).toEqual(['sign-out']);
  });

  it('lets another way out wait for the one under way', async () => {
    const { world, lifecycle } = createWorld();
    await Promise.all([lifecycle.requestLeave('sign-out'), lifecycle.requestLeave('quit')]);
    expect(world.exits).toEqual(['sign-out', 'quit']);
  });

  it('lets no close pass while it still saves', async () => {
    const { world, lifecycle } = createWorld();
    let finishSaving = (): void => undefined;
    lifecycle.onWillLeave('keychain', () => new Promise((resolve) => (finishSaving = resolve)));
    const signOut = lifecycle.requestLeave('sign-out');
    await vi.waitFor(() => {
      expect(lifecycle.state.value.kind).toBe('leaving');
    });
    expect(lifecycle.isGone).toBe(false);
    const quit = lifecycle.requestLeave('close-window');
    finishSaving();
    await signOut;
    await vi.waitFor(() => {
      expect(lifecycle.state.value).toEqual({ kind: 'leaving', reason: 'close-window' });
    });
    expect(world.exits).toEqual(['sign-out']);
    finishSaving();
    await quit;
    expect(world.exits).toEqual(['sign-out', 'quit']);
  });

  it('is on guard again after a sign-out', async () => {
    const { lifecycle } = createWorld();
    await lifecycle.requestLeave('sign-out');
    expect(lifecycle.isGone).toBe(false);
  });

  it('saves before it leaves, and a failing saver holds nothing up', async () => {
    const { world, lifecycle } = createWorld();
    lifecycle.onWillLeave('log', () => Promise.reject(new Error('disk full')));
    lifecycle.onWillLeave('settings', () => {
      world.exits.push('saved');
      return Promise.resolve();
    });
    await lifecycle.requestLeave('quit');
    expect(world.exits).toEqual(['saved', 'quit']);
  });

  it('waits for a saver no longer than three seconds', async () => {
    const { world, lifecycle } = createWorld();
    lifecycle.onWillLeave('hung', () => new Promise(() => undefined));
    const outcome = lifecycle.requestLeave('quit');
    await vi.waitFor(() => {
      expect(world.timers).toHaveLength(1);
    });
    world.pass(2_999);
    expect(world.exits).toEqual([]);
    world.pass(1);
    expect(await outcome).toBe('allowed');
    expect(world.exits).toEqual(['quit']);
  });

  it('is on guard again when an exit does not come about', async () => {
    const { world, lifecycle } = createWorld();
    await lifecycle.requestLeave('quit');
    expect(lifecycle.isGone).toBe(true);
    world.pass(10_000);
    expect(lifecycle.isGone).toBe(false);
  });

  it('names in the log who keeps it waiting', async () => {
    const { world, lifecycle, logger } = createWorld();
    lifecycle.onBeforeLeave('platform', () => new Promise(() => undefined));
    void lifecycle.requestLeave('sign-out');
    await vi.waitFor(() => {
      expect(world.timers).toHaveLength(1);
    });
    world.pass(5_000);
    expect(logger.warn).toHaveBeenCalledWith(expect.any(String), { reason: 'sign-out', participant: 'platform' });
  });

  it('leaves anyway only while the rule offers it', async () => {
    const { world, lifecycle } = createWorld();
    world.facts = { ...world.facts, holding: [maria], withoutPlatformFor: 119_999 };
    expect(await lifecycle.leaveAnyway()).toBe('vetoed');
    world.facts = { ...world.facts, withoutPlatformFor: 120_000 };
    expect(await lifecycle.leaveAnyway()).toBe('allowed');
    expect(world.exits).toEqual(['quit']);
  });

  it('holds the end of the system session up for attendances, and tells of them', () => {
    const { world, lifecycle } = createWorld();
    const flush = vi.fn();
    lifecycle.onFlush('settings', flush);
    world.facts = { ...world.facts, holding: [maria] };
    expect(lifecycle.plan({ kind: 'query-session-end', isCritical: false })).toEqual({
      kind: 'hold',
      holding: [maria],
    });
    expect(world.refused).toEqual([
      { reason: 'session-end', refusal: { kind: 'attendances', holding: [maria], canLeaveAnyway: false } },
    ]);
    expect(flush).not.toHaveBeenCalled();
  });

  it('saves before the event is over when the session ends, whoever fails at it', () => {
    const { world, lifecycle, logger } = createWorld();
    const flush = vi.fn();
    lifecycle.onFlush('drafts', () => {
      throw new RangeError('secret');
    });
    lifecycle.onFlush('settings', flush);
    world.facts = { ...world.facts, holding: [maria] };
    expect(lifecycle.plan({ kind: 'session-end' })).toEqual({ kind: 'flush' });
    expect(flush).toHaveBeenCalledOnce();
    expect(lifecycle.plan({ kind: 'query-session-end', isCritical: true })).toEqual({ kind: 'flush' });
    expect(flush).toHaveBeenCalledTimes(2);
    expect(world.refused).toEqual([]);
    expect(JSON.stringify(logger.error.mock.calls)).not.toContain('secret');
  });
});
