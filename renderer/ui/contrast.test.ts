import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

/** Every colour of the table in both themes, read from the very file that the interface uses. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

type Theme = 'light' | 'dark';

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance as WCAG 2.2 defines it. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (first: string, second: string): number => {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
};

const colour = (name: string, theme: Theme): string => {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`tokens.css has no colour ${name}`);
  return found[theme];
};

const themes: readonly Theme[] = ['light', 'dark'];
const grounds = ['canvas', 'surface', 'raised', 'hover'];
const tints = ['accent-tint', 'positive-tint', 'warning-tint', 'danger-tint'];

const textPairs = [
  ...grounds.flatMap((ground) =>
    ['text', 'muted', 'accent', 'positive', 'warning', 'danger'].map((text) => [text, ground] as const),
  ),
  ...tints.flatMap((tint) => ['text', 'muted'].map((text) => [text, tint] as const)),
  ['accent', 'accent-tint'],
  ['positive', 'positive-tint'],
  ['warning', 'warning-tint'],
  ['danger', 'danger-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  // Tooltips turn the two around.
  ['surface', 'text'],
] as const;

const edgePairs = grounds.map((ground) => ['control-edge', ground] as const);

describe.each(themes)('in the %s theme', (theme) => {
  it.each(textPairs)('%s is readable on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('%s shows on %s', (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('knows what contrast is: black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

it('leaves no colour of the table unmeasured', () => {
  const measured = new Set([...textPairs, ...edgePairs].flat());
  // A hairline between areas is no information, so nothing asks for its contrast.
  expect([...colours.keys()].filter((name) => name !== 'border' && !measured.has(name))).toEqual([]);
});
