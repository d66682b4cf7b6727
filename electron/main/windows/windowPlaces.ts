import * as z from 'zod/mini';
import { placeOnScreen } from './windowBounds';
import type { Rectangle } from './windowBounds';

/** More than anybody has desks; the file stays small. */
const layoutLimit = 8;

const coordinateSchema = z.int().check(z.gte(-100_000), z.lte(100_000));
const sizeSchema = z.int().check(z.gte(1), z.lte(100_000));

const placeSchema = z.object({
  /** The screens that there were, as `layoutOf` names them. */
  layout: z.string().check(z.maxLength(1_000)),
  bounds: z.object({ x: coordinateSchema, y: coordinateSchema, width: sizeSchema, height: sizeSchema }),
  isMaximised: z.boolean(),
});

/** window.json: where the window was, the newest first, once for each layout of screens. */
const fileSchema = z.object({ places: z.array(placeSchema).check(z.maxLength(layoutLimit)) });

export type WindowPlace = z.infer<typeof placeSchema>;

/** A screen: its whole extent, and what can be used of it. */
export interface Screen {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** The same for the same screens side by side in the same way, whatever order the system lists them in. */
export const layoutOf = (screens: readonly Screen[]): string =>
  screens
    .map(({ bounds: { x, y, width, height } }) => [x, y, width, height].join(','))
    .sort()
    .join(' ');

/** @param text the file's text, or null where there is none; what does not fit counts as none */
export const parsePlaces = (text: string | null): readonly WindowPlace[] => {
  if (text === null) return [];
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.places : [];
  } catch {
    return [];
  }
};

export const placesText = (places: readonly WindowPlace[]): string => `${JSON.stringify({ places }, null, 2)}\n`;

/** The places with this one as the newest, in place of an older one for the same screens. */
export const rememberPlace = (places: readonly WindowPlace[], place: WindowPlace): readonly WindowPlace[] =>
  [place, ...places.filter(({ layout }) => layout !== place.layout)].slice(0, layoutLimit);

/**
 * Where the window opens: where it was with these very screens, else where it was last, in both cases brought onto a
 * screen; null where it never was anywhere.
 *
 * @param screens the main one first
 */
export const findPlace = (
  places: readonly WindowPlace[],
  screens: readonly Screen[],
): Pick<WindowPlace, 'bounds' | 'isMaximised'> | null => {
  const layout = layoutOf(screens);
  const found = places.find((place) => place.layout === layout) ?? places[0];
  if (found === undefined) return null;
  const workAreas = screens.map(({ workArea }) => workArea);
  return { bounds: placeOnScreen(found.bounds, workAreas), isMaximised: found.isMaximised };
};
