import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPassword, findPasswordErrors } from './checklist';

const states = (password: string, confirmation = '') =>
  Object.fromEntries(checkPassword({ password, confirmation }).map(({ rule, state }) => [rule, state]));

describe('the checklist', () => {
  it('ticks nothing before anything is typed', () => {
    expect(new Set(Object.values(states('')))).toEqual(new Set(['unmet']));
  });

  it('ticks each rule as it comes to be met', () => {
    expect(states('Sol@')).toEqual({
      length: 'unmet',
      'upper-case': 'met',
      'lower-case': 'met',
      digit: 'unmet',
      special: 'met',
      'no-forbidden': 'met',
      match: 'unmet',
    });
    expect(new Set(Object.values(states('Girassol@2026', 'Girassol@2026')))).toEqual(new Set(['met']));
  });

  it('says that something has to be taken back only where typing on does not help', () => {
    expect(states('Sol&')).toMatchObject({ length: 'unmet', 'no-forbidden': 'broken' });
    expect(states('Girassol@2026', 'Gira')['match']).toBe('unmet');
    expect(states('Girassol@2026', 'Giro')['match']).toBe('broken');
  });

  it('takes an accent for the same, however a keyboard composes it', () => {
    expect(states('Ação-2026'.normalize('NFD'), 'Ação-2026'.normalize('NFC'))['match']).toBe('met');
  });

  it('is all ticked exactly when nothing keeps the password from being saved', () => {
    const typed = fc.string({ unit: fc.constantFrom('G', 'i', '2', '@', '&', ' ', 'ç'), maxLength: 12 });
    fc.assert(
      fc.property(typed, typed, fc.boolean(), (password, other, isSame) => {
        const draft = { password, confirmation: isSame ? password : other };
        const errors = findPasswordErrors(draft);
        const isAllMet = checkPassword(draft).every(({ state }) => state === 'met');
        expect(errors.password === null && errors.confirmation === null).toBe(isAllMet);
      }),
    );
  });
});

describe('what keeps a password from being saved', () => {
  it.each([
    ['', '', { password: 'passwordMissing', confirmation: 'confirmationMissing' }],
    ['girassol', 'girassol', { password: 'rulesUnmet', confirmation: null }],
    ['Girassol@2026', '', { password: null, confirmation: 'confirmationMissing' }],
    ['Girassol@2026', 'Girassol@2027', { password: null, confirmation: 'mismatch' }],
    ['Girassol@2026', 'Girassol@2026', { password: null, confirmation: null }],
  ])('is said of the field it belongs to: "%s", "%s"', (password, confirmation, errors) => {
    expect(findPasswordErrors({ password, confirmation })).toEqual(errors);
  });

  it('includes a length that the platform does not take', () => {
    const password = `Girassol@2026${'!'.repeat(250)}`;
    expect(findPasswordErrors({ password, confirmation: password }).password).toBe('passwordTooLong');
  });
});
