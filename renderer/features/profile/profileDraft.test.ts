import { describe, expect, it } from 'vitest';
import { changesOf, hasChanges, nameFault, nameLimit } from './profileDraft';

const agent = { name: 'Ana Souza', photo: 'data:image/png;base64,AAAA' };

describe('changesOf', () => {
  it('finds no change in blanks around the name', () => {
    expect(hasChanges(changesOf({ name: '  Ana Souza ', photo: agent.photo }, agent))).toBe(false);
  });

  it('tells a removed photo from an untouched one', () => {
    expect(changesOf({ name: 'Ana Souza', photo: null }, agent)).toEqual({ photo: null });
    expect(changesOf({ name: 'Ana Lima', photo: agent.photo }, agent)).toEqual({ name: 'Ana Lima' });
  });
});

describe('nameFault', () => {
  it("follows the platform's limit exactly", () => {
    expect(nameFault('a'.repeat(nameLimit))).toBeNull();
    expect(nameFault('a'.repeat(nameLimit + 1))).toBe('tooLong');
  });

  it('takes blanks for an empty name', () => {
    expect(nameFault('   ')).toBe('empty');
  });
});
