import { expect, it } from 'vitest';
import { FakeClock, settle } from '../base/fakeClock';
import { ObservableState } from '../base/observable';
import { MemoryLogger } from '../logging/memoryLogger';
import { startAtLoginLater } from './startAtLoginLater';

const start = (startsAtLogin: boolean, hasLoginEntry: boolean, canApply = true) => {
  const state = new ObservableState({ startsAtLogin });
  const clock = new FakeClock();
  const settings = {
    state,
    hasLoginEntry,
    setHasLoginEntry: (has: boolean) => {
      settings.hasLoginEntry = has;
    },
  };
  const applied: boolean[] = [];
  startAtLoginLater(settings, clock, new MemoryLogger(), (isOn) => {
    applied.push(isOn);
    return Promise.resolve(canApply);
  });
  return { state, clock, settings, applied };
};

it('touches nothing of the system where it was never wanted', async () => {
  const { clock, applied } = start(false, false);
  await clock.advance(60_000);
  expect(applied).toEqual([]);
});

it('waits until the start is over, and notes that there is an entry', async () => {
  const { clock, settings, applied } = start(true, false);
  expect(applied).toEqual([]);
  await clock.advance(3_000);
  expect(applied).toEqual([true]);
  expect(settings.hasLoginEntry).toBe(true);
});

it('takes back what an earlier run has set, also where a policy alone has changed since', async () => {
  const { clock, settings, applied } = start(false, true);
  await clock.advance(3_000);
  expect(applied).toEqual([false]);
  expect(settings.hasLoginEntry).toBe(false);
});

it('goes on taking it back at the next start where the system would not', async () => {
  const { clock, settings } = start(false, true, false);
  await clock.advance(3_000);
  expect(settings.hasLoginEntry).toBe(true);
});

it('ends with what was wanted last', async () => {
  const { state, settings, applied } = start(false, false);
  for (const startsAtLogin of [true, false, true]) state.set({ startsAtLogin });
  await settle();
  expect(applied).toEqual([true, false, true]);
  expect(settings.hasLoginEntry).toBe(true);
  state.set({ startsAtLogin: false });
  await settle();
  expect(applied.at(-1)).toBe(false);
  expect(settings.hasLoginEntry).toBe(false);
});
