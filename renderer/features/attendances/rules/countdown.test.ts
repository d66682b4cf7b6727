import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCountdown, readCountdown } from './countdown';

const offer = { offeredAt: '2026-11-22T12:40:00.000Z', expiresAt: '2026-11-22T12:40:20.000Z' };
const start = Date.parse(offer.offeredAt);

describe('readCountdown', () => {
  it('starts with all of the time', () => {
    expect(readCountdown(offer, start, 0)).toEqual({ seconds: 20, share: 1 });
  });

  it('rounds a started second up, so that zero means over', () => {
    expect(readCountdown(offer, start + 19_001, 0).seconds).toBe(1);
    expect(readCountdown(offer, start + 20_000, 0)).toEqual({ seconds: 0, share: 0 });
  });

  it("counts by the platform's clock when this computer's is wrong", () => {
    const slowBy = 90_000;
    expect(readCountdown(offer, start + 5_000 - slowBy, slowBy).seconds).toBe(15);
  });

  it('stays full when this computer believes the offer has not begun', () => {
    expect(readCountdown(offer, start - 3_000, 0)).toEqual({ seconds: 20, share: 1 });
  });

  it('has nothing left of an offer without a duration', () => {
    expect(readCountdown({ offeredAt: offer.offeredAt, expiresAt: offer.offeredAt }, start - 1, 0).share).toBe(0);
  });

  it('never grows while time passes, and stays within its bounds', () => {
    const anyMoment = fc.integer({ min: -120_000, max: 120_000 });
    fc.assert(
      fc.property(anyMoment, fc.nat(60_000), (moment, step) => {
        const before = readCountdown(offer, start + moment, 0);
        const after = readCountdown(offer, start + moment + step, 0);
        expect(after.seconds).toBeLessThanOrEqual(before.seconds);
        expect(after.share).toBeLessThanOrEqual(before.share);
        expect(after.seconds).toBeGreaterThanOrEqual(0);
        expect(before.share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('formatCountdown', () => {
  it('pads the seconds and leaves the minutes as they are', () => {
    expect([0, 7, 60, 754].map(formatCountdown)).toEqual(['0:00', '0:07', '1:00', '12:34']);
  });
});
