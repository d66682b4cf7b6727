import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedSeconds, formatDuration } from './clock';

const since = '2026-11-22T12:00:00.000Z';
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);

describe('the time that has passed', () => {
  it('is counted in whole seconds', () => {
    expect(elapsedSeconds(since, at('12:00:00.999'), 0)).toBe(0);
    expect(elapsedSeconds(since, at('12:00:01.000'), 0)).toBe(1);
    expect(elapsedSeconds(since, at('14:14:09.500'), 0)).toBe(8049);
  });

  it("goes by the platform's clock, however wrong this computer's is", () => {
    const minute = 60_000;
    expect(elapsedSeconds(since, at('12:05:10.000'), -5 * minute)).toBe(10);
    expect(elapsedSeconds(since, at('11:55:10.000'), 5 * minute)).toBe(10);
  });

  it('is never negative, when the clocks differ by a little', () => {
    expect(elapsedSeconds(since, at('11:59:58.000'), 0)).toBe(0);
  });

  it('does not change when clock and offset move against each other', () => {
    const offset = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), offset, offset, (passed, first, second) => {
        const platformNow = Date.parse(since) + passed;
        expect(elapsedSeconds(since, platformNow - first, first)).toBe(
          elapsedSeconds(since, platformNow - second, second),
        );
      }),
    );
  });
});

describe('a duration', () => {
  it.each([
    [0, '00:00'],
    [59, '00:59'],
    [60, '01:00'],
    [3599, '59:59'],
    [3600, '01:00:00'],
    [8049, '02:14:09'],
    [99 * 3600 + 59 * 60 + 59, '99:59:59'],
    [100 * 3600, '100:00:00'],
  ])('of %i seconds reads %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('keeps every second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        const parts = formatDuration(seconds).split(':').map(Number);
        expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds);
        expect(parts.slice(1).every((part) => part < 60)).toBe(true);
      }),
    );
  });
});
