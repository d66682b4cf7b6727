import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { PlatformClock } from './platformClock';

describe('PlatformClock', () => {
  let clock: FakeClock;
  let platformClock: PlatformClock;
  const learn = (offset: number) => platformClock.learn(new Date(clock.now() + offset).toISOString());

  beforeEach(() => {
    clock = new FakeClock();
    platformClock = new PlatformClock(clock);
  });

  it('learns at once that this computer is minutes off', () => {
    learn(-300_000);
    expect(platformClock.offset.value).toBe(-300_000);
    expect(platformClock.now()).toBe(clock.now() - 300_000);
  });

  it('keeps jitter of up to a quarter of a second from its listeners', () => {
    const told: number[] = [];
    platformClock.offset.onDidChange((offset) => told.push(offset));
    for (const offset of [100, -250, 200, 250, -100, 30]) learn(offset);
    expect(told).toEqual([]);
  });

  it('is not moved by one answer that was held up', () => {
    learn(5_000);
    for (const offset of [5_010, 5_005, 3_500, 5_000]) learn(offset);
    expect(platformClock.offset.value).toBe(5_000);
  });

  it('follows when the clock of this computer is set', () => {
    learn(0);
    clock.jump(3_600_000);
    learn(-3_600_000);
    expect(platformClock.offset.value).toBe(-3_600_000);
  });

  it('ignores what is no time', () => {
    platformClock.learn('yesterday');
    expect(platformClock.offset.value).toBe(0);
  });
});
