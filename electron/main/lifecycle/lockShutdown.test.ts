import { expect, it, vi } from 'vitest';
import { settle } from '../base/fakeClock';
import { ObservableState } from '../base/observable';
import { MemoryLogger } from '../logging/memoryLogger';
import type { System } from './exitPlan';
import { lockShutdown } from './lockShutdown';

const maria = {
  id: 'a1',
  customerName: 'Maria Souza',
  channel: 'whatsapp',
  since: '2026-11-22T12:40:00.000Z',
} as const;

const createWorld = (system: System) => {
  const holding = new ObservableState<readonly (typeof maria)[]>([]);
  const steps: string[] = [];
  const createLock = vi.fn(() =>
    Promise.resolve({
      hold: ({ why }: { why: string }) => void steps.push(`hold: ${why}`),
      release: () => void steps.push('release'),
    }),
  );
  lockShutdown({
    ...{ system, createLock },
    changes: holding,
    holding: () => holding.value,
    why: () => 'because',
    logger: new MemoryLogger(),
  });
  return { holding, steps, createLock };
};

it('takes a lock with the first attendance and lets go of it with the last, on Linux', async () => {
  const { holding, steps, createLock } = createWorld('linux');
  await settle();
  expect(createLock).not.toHaveBeenCalled();
  holding.set([maria]);
  await settle();
  expect(steps).toEqual(['hold: because']);
  holding.set([]);
  await settle();
  expect(steps).toEqual(['hold: because', 'release']);
  expect(createLock).toHaveBeenCalledOnce();
});

it('takes none for an attendance that is over before the lock is loaded', async () => {
  const { holding, steps } = createWorld('linux');
  holding.set([maria]);
  holding.set([]);
  await settle();
  expect(steps).not.toContain('hold: because');
});

it.each(['windows', 'macos'] as const)('takes none on %s', async (system) => {
  const { holding, createLock } = createWorld(system);
  holding.set([maria]);
  await settle();
  expect(createLock).not.toHaveBeenCalled();
});
