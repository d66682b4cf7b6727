import { describe, expect, it } from 'vitest';
import { findPlace, layoutOf, parsePlaces, placesText, rememberPlace } from './windowPlaces';
import type { Screen, WindowPlace } from './windowPlaces';

const screen = (x: number, y: number, width: number, height: number): Screen => ({
  bounds: { x, y, width, height },
  workArea: { x, y: y + 30, width, height: height - 30 },
});

const laptop = screen(0, 0, 1440, 900);
const monitor = screen(1440, 0, 2560, 1440);

const place = (screens: readonly Screen[], x: number, isMaximised = false): WindowPlace => ({
  layout: layoutOf(screens),
  bounds: { x, y: 40, width: 1000, height: 700 },
  isMaximised,
});

const atDesk = place([laptop, monitor], 1600, true);
const atHome = place([laptop], 100);

describe('the places of the window', () => {
  it('come back by the screens there are, whatever order they are listed in', () => {
    const places = [atHome, atDesk];
    expect(findPlace(places, [monitor, laptop])).toEqual({ bounds: atDesk.bounds, isMaximised: true });
    expect(findPlace(places, [laptop])).toEqual({ bounds: atHome.bounds, isMaximised: false });
  });

  it('fall back to the last one with screens never seen, brought onto them', () => {
    const found = findPlace([atDesk, atHome], [screen(0, 0, 1280, 1024)]);
    expect(found).toEqual({ bounds: { x: 140, y: 177, width: 1000, height: 700 }, isMaximised: true });
  });

  it('are none before the window was ever moved', () => {
    expect(findPlace([], [laptop])).toBeNull();
  });

  it('are kept once for each layout, the newest first, and not without end', () => {
    const moved = { ...atDesk, isMaximised: false };
    expect(rememberPlace([atHome, atDesk], moved)).toEqual([moved, atHome]);
    let places: readonly WindowPlace[] = [];
    for (let width = 1000; width < 1020; width += 1) {
      places = rememberPlace(places, place([screen(0, 0, width, 900)], 0));
    }
    expect(places).toHaveLength(8);
    expect(places[0]?.layout).toBe('0,0,1019,900');
    expect(parsePlaces(placesText(places))).toEqual(places);
  });

  it.each([
    null,
    '',
    '{"places":',
    '{}',
    '{"places":[{"layout":"","bounds":{"x":1e300,"y":0,"width":1,"height":1},"isMaximised":false}]}',
    '{"places":[{"layout":"","bounds":{"x":"0","y":0,"width":1,"height":1},"isMaximised":false}]}',
  ])('count as none where the file does not fit: %j', (text) => {
    expect(parsePlaces(text)).toEqual([]);
  });
});
