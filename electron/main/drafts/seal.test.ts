import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { breakSeal, keyLength, nameFor, seal } from './seal';

const key = randomBytes(keyLength);
const words = 'O cartão final 4711 é da dona Célia 🙂';

describe('a seal', () => {
  it('gives back what was sealed, and shows nothing of it', () => {
    const sealed = seal(key, 'ana', words);
    expect(breakSeal(key, 'ana', sealed)).toBe(words);
    expect(sealed.includes('4711')).toBe(false);
  });

  it('looks different each time', () => {
    expect(seal(key, 'ana', words).equals(seal(key, 'ana', words))).toBe(false);
  });

  it('opens with no other key and for no other agent', () => {
    const sealed = seal(key, 'ana', words);
    expect(breakSeal(randomBytes(keyLength), 'ana', sealed)).toBeNull();
    expect(breakSeal(key, 'bruno', sealed)).toBeNull();
  });

  it('notices every byte that was changed, and every end that was cut off', () => {
    const sealed = seal(key, 'ana', 'oi');
    for (const [index, byte] of sealed.entries()) {
      const damaged = Buffer.from(sealed);
      damaged[index] = byte ^ 1;
      expect(breakSeal(key, 'ana', damaged)).toBeNull();
      expect(breakSeal(key, 'ana', sealed.subarray(0, index))).toBeNull();
    }
  });
});

describe('nameFor', () => {
  it('is the same for the same agent, and says nothing of who it is', () => {
    const name = nameFor(key, 'agent-ana');
    expect(name).toBe(nameFor(key, 'agent-ana'));
    expect(name).toMatch(/^[0-9a-f]{32}\.sealed$/);
    expect(name).not.toBe(nameFor(key, 'agent-bruno'));
    expect(name).not.toBe(nameFor(randomBytes(keyLength), 'agent-ana'));
  });
});
