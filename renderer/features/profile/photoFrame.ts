/** The edge of a stored photo, in pixels: twice the largest size it shows at, for dense displays. */
export const photoEdge = 256;

/** Where to cut a square out of a picture, and how large to draw it, in pixels. */
export interface PhotoFrame {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly edge: number;
}

/** The largest centred square of a picture, scaled down to `photoEdge` but never up. */
export const frameOf = (width: number, height: number): PhotoFrame => {
  const size = Math.min(width, height);
  return {
    left: Math.floor((width - size) / 2),
    top: Math.floor((height - size) / 2),
    size,
    edge: Math.min(size, photoEdge),
  };
};
