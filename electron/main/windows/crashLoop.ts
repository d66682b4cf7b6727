const span = 60_000;
const limit = 3;

/**
 * Whether a renderer that has died may be loaded anew by itself: not when that has happened too often of late.
 *
 * @param earlier when it was loaded anew before, in milliseconds
 */
export const mayLoadAnew = (earlier: readonly number[], now: number): boolean =>
  earlier.filter((time) => now - time < span).length < limit;
