import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { fuseOptions, fuses, undecidedFuses, wrongFuses } from './fuses';

const wire = new Map<number, string>(fuses.map(({ index, state }) => [index, state]));

describe('the table of the fuses', () => {
  it('names them in the order of the wire, as Electron does', () => {
    expect(fuses.map(({ index }) => index)).toEqual(fuses.map((_, position) => position));
    const known = fuses.filter(({ index }) => FuseV1Options[index] !== undefined);
    expect(known.map(({ name }) => name)).toEqual(known.map(({ index }) => FuseV1Options[index]));
    expect(known).toHaveLength(Object.keys(fuseOptions).length);
  });

  it('finds nothing wrong with a wire that stands as stated, of an older or a newer Electron', () => {
    expect(wrongFuses(wire)).toEqual([]);
    expect(wrongFuses(new Map([...wire].slice(0, 8)))).toEqual([]);
  });

  it('finds a fuse that stands otherwise', () => {
    expect(wrongFuses(new Map(wire).set(0, '1'))).toEqual(['Fuse RunAsNode stands at 1 instead of 0.']);
  });

  it('fails a build for a fuse that is new, but not for those still to be flipped', () => {
    expect(undecidedFuses(new Map(wire).set(0, '1'))).toEqual([]);
    expect(undecidedFuses(new Map(wire).set(9, '1'))).toEqual([
      'Fuse 9 is new in this Electron, and packaging/fuses.ts does not state it.',
    ]);
    expect(undecidedFuses(new Map(wire).set(8, '0'))).toEqual(['Fuse WasmTrapHandlers stands at 0 instead of 1.']);
  });
});
