/** In device-independent pixels of the whole desktop. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest the window may be, and what it is until somebody changes it. */
export const minimumSize = { width: 900, height: 600 } as const;
export const usualSize = { width: 1280, height: 800 } as const;

const overlap = (left: Rectangle, right: Rectangle): number => {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return Math.max(0, width) * Math.max(0, height);
};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Where a window goes that was at `wanted` when last seen: there, if that is on one screen; else moved, and made smaller
 * where it must be, onto the screen that has most of it. A window that is on no screen at all comes to the first one's
 * middle. A screen smaller than the smallest window shows its upper left part, where the window can be taken hold of.
 *
 * @param screens what can be used of each, without task bars and docks; the first one is the main one
 */
export const placeOnScreen = (wanted: Rectangle, screens: readonly Rectangle[]): Rectangle => {
  const [main] = screens;
  if (main === undefined) return wanted;
  const best = screens.reduce((found, screen) => (overlap(wanted, screen) > overlap(wanted, found) ? screen : found));
  const width = Math.max(minimumSize.width, Math.min(wanted.width, best.width));
  const height = Math.max(minimumSize.height, Math.min(wanted.height, best.height));
  if (overlap(wanted, best) === 0) return centreOn(main, { width: wanted.width, height: wanted.height });
  return {
    x: clamp(wanted.x, best.x, Math.max(best.x, best.x + best.width - width)),
    y: clamp(wanted.y, best.y, Math.max(best.y, best.y + best.height - height)),
    ...{ width, height },
  };
};

/** A window in the middle of a screen, no larger than that. */
export const centreOn = (screen: Rectangle, size: Pick<Rectangle, 'width' | 'height'>): Rectangle => {
  const width = Math.max(minimumSize.width, Math.min(size.width, screen.width));
  const height = Math.max(minimumSize.height, Math.min(size.height, screen.height));
  return {
    x: screen.x + Math.max(0, Math.floor((screen.width - width) / 2)),
    y: screen.y + Math.max(0, Math.floor((screen.height - height) / 2)),
    ...{ width, height },
  };
};
