import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordInputSchema } from '../platform/auth';
import { passwordRules, unmetPasswordRules } from './passwordPolicy';

describe('a password', () => {
  it.each(['Girassol@2026', 'Ação-2026', 'Жизнь!2026', 'Senha 2026!', 'Sol😀2026', 'Girassol€26'])(
    'that meets every rule is taken: %s',
    (password) => {
      expect(unmetPasswordRules(password)).toEqual([]);
    },
  );

  it.each([
    ['Sol@202', ['length']],
    ['girassol@2026', ['upper-case']],
    ['GIRASSOL@2026', ['lower-case']],
    ['Girassol@', ['digit']],
    ['Girassol2026', ['special']],
    ['Girassol@#2026', ['no-forbidden']],
    ['Girassol@&2026', ['no-forbidden']],
    // Neither of the forbidden ones counts as the special one.
    ['Girassol#2026', ['special', 'no-forbidden']],
    // A space may be typed, but is not special.
    ['Girassol 2026', ['special']],
    ['', ['length', 'upper-case', 'lower-case', 'digit', 'special']],
  ] as const)('is told what is missing: "%s"', (password, unmet) => {
    expect(unmetPasswordRules(password)).toEqual(unmet);
  });

  it('is counted in characters as people see them on keys: an emoji is one', () => {
    expect('Sol1😀😀😀').toHaveLength(10);
    expect(unmetPasswordRules('Sol1😀😀😀')).toEqual(['length']);
    expect(unmetPasswordRules('Sol12😀😀😀')).toEqual([]);
  });

  it('may have its letters and digits from any script', () => {
    expect(unmetPasswordRules('ÁRVORE-ção٣')).toEqual([]);
    // Letters without upper and lower case are neither.
    expect(unmetPasswordRules('日本語日本語-1')).toEqual(['upper-case', 'lower-case']);
  });
});

it('is judged alike however a keyboard composes its accents', () => {
  // Eight code points, and six letters: decomposed, the accents must not count.
  expect(unmetPasswordRules('Ação-20'.normalize('NFD'))).toEqual(unmetPasswordRules('Ação-20'));
  expect(unmetPasswordRules('Ação-20'.normalize('NFD'))).toEqual(['length']);
  // What only looks like a forbidden character is another one.
  expect(unmetPasswordRules('Girassol＆2026')).toEqual([]);
});

it('reaches the platform composed, the same from every keyboard', () => {
  expect(passwordInputSchema.parse('Ação-2026'.normalize('NFD'))).toBe('Ação-2026'.normalize('NFC'));
});

describe('whatever the password', () => {
  const anyPassword = fc.string({ unit: 'grapheme', maxLength: 30 });

  it('the rules it does not meet come in the order of the checklist, each once', () => {
    fc.assert(
      fc.property(anyPassword, (password) => {
        const unmet = unmetPasswordRules(password);
        expect(unmet).toEqual(passwordRules.filter((rule) => unmet.includes(rule)));
      }),
    );
  });

  it('its form in Unicode does not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (password) => {
        expect(unmetPasswordRules(password.normalize('NFD'))).toEqual(unmetPasswordRules(password));
      }),
    );
  });

  it('typing on never takes back a rule, unless the character is forbidden', () => {
    fc.assert(
      fc.property(anyPassword, anyPassword, (password, more) => {
        const before = unmetPasswordRules(password);
        const after = unmetPasswordRules(password + more);
        const lost = after.filter((rule) => !before.includes(rule));
        expect(lost).toEqual(/[&#]/.test(more) && !/[&#]/.test(password) ? ['no-forbidden'] : []);
      }),
    );
  });

  it('the order of its characters does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'À', 'z', '9', ' ', '٣', '!', '€', '😀', '&', '#', 'ß', '日'), { maxLength: 14 }),
        (characters) => {
          const reversed = [...characters].reverse();
          expect(unmetPasswordRules(reversed.join(''))).toEqual(unmetPasswordRules(characters.join('')));
        },
      ),
    );
  });

  it('one of every kind and eight in all is enough', () => {
    const ofEveryKind = fc.tuple(
      fc.constantFrom('A', 'É', 'Ж', 'Σ'),
      fc.constantFrom('a', 'ç', 'ж', 'ß'),
      fc.constantFrom('0', '9', '٣'),
      fc.constantFrom('!', '@', '-', '€', '"', '😀', '¿'),
      fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '日', '7'), minLength: 4, maxLength: 20 }),
    );
    fc.assert(
      fc.property(ofEveryKind, (parts) => {
        expect(unmetPasswordRules(parts.join(''))).toEqual([]);
      }),
    );
  });
});
