import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimumSize, placeOnScreen } from './windowBounds';
import type { Rectangle } from './windowBounds';

const laptop: Rectangle = { x: 0, y: 0, width: 1440, height: 860 };
const monitor: Rectangle = { x: 1440, y: -200, width: 2560, height: 1400 };

const coordinate = fc.integer({ min: -8_000, max: 8_000 });
const rectangle = (least: number): fc.Arbitrary<Rectangle> =>
  fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: least, max: 6_000 }),
    height: fc.integer({ min: least, max: 6_000 }),
  });
const screens = fc.array(rectangle(minimumSize.width), { minLength: 1, maxLength: 4 });
const windows = rectangle(1);

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('placeOnScreen', () => {
  it('leaves a window alone that is on a screen', () => {
    const window = { x: 1500, y: -100, width: 1300, height: 900 };
    expect(placeOnScreen(window, [laptop, monitor])).toEqual(window);
  });

  it('brings a window back from a monitor that is gone', () => {
    const window = { x: 2000, y: 100, width: 1280, height: 800 };
    expect(placeOnScreen(window, [laptop])).toEqual({ x: 80, y: 30, width: 1280, height: 800 });
  });

  it('pushes a window in that stands over the edge, and makes a larger one fit', () => {
    expect(placeOnScreen({ x: -300, y: 500, width: 1000, height: 700 }, [laptop])).toEqual({
      ...{ x: 0, y: 160, width: 1000, height: 700 },
    });
    expect(placeOnScreen({ x: 100, y: 100, width: 3000, height: 2000 }, [laptop])).toEqual(laptop);
  });

  it('chooses the screen that has most of it', () => {
    const window = { x: 1300, y: 0, width: 1000, height: 700 };
    expect(placeOnScreen(window, [laptop, monitor])).toEqual({ ...window, x: 1440 });
  });

  it('keeps where the window is taken hold of on a screen that is too small for it', () => {
    const small = { x: 10, y: 20, width: 800, height: 560 };
    expect(placeOnScreen({ x: 500, y: 500, width: 1280, height: 800 }, [small])).toEqual({
      ...{ x: 10, y: 20 },
      ...minimumSize,
    });
  });

  it('always puts all of it on one screen', () => {
    fc.assert(
      fc.property(windows, screens, (window, there) => {
        const placed = placeOnScreen(window, there);
        expect(there.some((screen) => contains(screen, placed))).toBe(true);
      }),
    );
  });

  it('never makes it smaller than it may be, nor larger than it was unless for that', () => {
    fc.assert(
      fc.property(windows, screens, (window, there) => {
        const { width, height } = placeOnScreen(window, there);
        expect(width).toBeGreaterThanOrEqual(minimumSize.width);
        expect(height).toBeGreaterThanOrEqual(minimumSize.height);
        expect(width).toBeLessThanOrEqual(Math.max(window.width, minimumSize.width));
        expect(height).toBeLessThanOrEqual(Math.max(window.height, minimumSize.height));
      }),
    );
  });

  it('moves nothing that is already on one screen', () => {
    fc.assert(
      fc.property(windows, screens, (window, there) => {
        const placed = placeOnScreen(window, there);
        const [alone] = there.filter((screen) => contains(screen, placed));
        if (alone === undefined) throw new Error('on no screen');
        expect(placeOnScreen(placed, [alone])).toEqual(placed);
      }),
    );
  });
});
