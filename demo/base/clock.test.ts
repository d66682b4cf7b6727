import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manualClock';
import { ScaledClock, type RealTime } from './clock';

/** The computer's time, moved by hand. */
const createRealTime = () => {
  const manual = new ManualClock();
  const realTime: RealTime = {
    now: () => manual.now(),
    after: (milliseconds, callback) => manual.at(manual.now() + milliseconds, callback),
  };
  return { manual, realTime };
};

describe('ScaledClock', () => {
  it('runs as fast as it is told, from then on', () => {
    const { manual, realTime } = createRealTime();
    const clock = new ScaledClock(realTime);
    const start = clock.now();
    manual.advance(1000);
    clock.setTimeScale(60);
    manual.advance(1000);
    expect(clock.now() - start).toBe(61_000);
  });

  it('never goes back when it slows down again', () => {
    const { manual, realTime } = createRealTime();
    const clock = new ScaledClock(realTime);
    clock.setTimeScale(100);
    manual.advance(1000);
    const before = clock.now();
    clock.setTimeScale(1);
    expect(clock.now()).toBe(before);
    expect(clock.aheadBy).toBe(99_000);
  });

  it('keeps appointments in the order of their time, sooner where time runs faster', () => {
    const { manual, realTime } = createRealTime();
    const clock = new ScaledClock(realTime);
    const kept: string[] = [];
    clock.at(clock.now() + 120_000, () => kept.push('second'));
    clock.at(clock.now() + 60_000, () => kept.push('first'));
    clock.setTimeScale(60);
    manual.advance(999);
    expect(kept).toEqual([]);
    manual.advance(1);
    expect(kept).toEqual(['first']);
    manual.advance(1000);
    expect(kept).toEqual(['first', 'second']);
  });

  it('does not keep an appointment that was cancelled, even by another of the same moment', () => {
    const { manual, realTime } = createRealTime();
    const clock = new ScaledClock(realTime);
    const kept: string[] = [];
    clock.at(clock.now() + 10, () => {
      kept.push('first');
      cancel();
    });
    const cancel = clock.at(clock.now() + 10, () => kept.push('second'));
    manual.advance(10);
    expect(kept).toEqual(['first']);
  });

  it('keeps none once it has stopped, however late it was made', () => {
    const { manual, realTime } = createRealTime();
    const clock = new ScaledClock(realTime);
    const kept: string[] = [];
    clock.at(clock.now() + 10, () => kept.push('before'));
    clock.stop();
    clock.at(clock.now() + 10, () => kept.push('after'));
    manual.advance(10);
    expect(kept).toEqual([]);
  });

  it('keeps an appointment further off than the longest alarm of the system', () => {
    const { manual, realTime } = createRealTime();
    const clock = new ScaledClock(realTime);
    let isKept = false;
    const days = 60 * 86_400_000;
    clock.at(clock.now() + days, () => {
      isKept = true;
    });
    manual.advance(days - 1);
    expect(isKept).toBe(false);
    manual.advance(1);
    expect(isKept).toBe(true);
  });
});
