import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkLength, headOf, joinChunks, parseHead, splitIntoChunks } from './chunks';

const anyText = fc.string({ unit: 'binary', maxLength: 5_000 });

describe('chunks', () => {
  it('bring back any text, in ASCII pieces that every keychain takes', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const chunks = splitIntoChunks(value);
        expect(chunks.every((chunk) => chunk.length <= chunkLength && /^[\w-]+$/.test(chunk))).toBe(true);
        expect(joinChunks(headOf('a1', chunks), chunks)).toBe(value);
      }),
    );
  });

  it('are not joined when one is missing, changed or in another place', () => {
    const chunks = splitIntoChunks(Array.from({ length: 1_000 }, (_, index) => `atendimento ${index}`).join());
    const head = headOf('a1', chunks);
    const [first = '', second = '', ...rest] = chunks;
    expect(joinChunks(head, [first, ...rest])).toBeNull();
    expect(joinChunks(head, [second, first, ...rest])).toBeNull();
    expect(joinChunks(head, [`_${first.slice(1)}`, second, ...rest])).toBeNull();
  });
});

describe('parseHead', () => {
  it('takes what was written and nothing else', () => {
    const head = headOf('a1', ['x']);
    expect(parseHead(JSON.stringify(head))).toEqual(head);
    for (const text of ['', 'null', '{', JSON.stringify({ ...head, v: 2 }), JSON.stringify({ ...head, count: -1 })]) {
      expect(parseHead(text)).toBeNull();
    }
  });
});
