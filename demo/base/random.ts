/** A small deterministic generator: the same seed and label give the same numbers on every machine. */
export interface Random {
  /** At least 0, below 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** One of a list that is not empty. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** Spreads a text over 32 bits (FNV-1a). */
const hashText = (text: string): number =>
  [...text].reduce((hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5);

/** @param label what the numbers are for, so that one list growing does not change the others */
export const createRandom = (seed: number, label: string): Random => {
  let state = (hashText(label) ^ Math.imul(seed | 0, 0x9e3779b1)) | 0;
  const fraction = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000;
  };
  const integer = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  return { fraction, integer, pick: (items) => items[integer(0, items.length - 1)] ?? items[0] };
};
