/** The platform's rules for a password, in the order of the checklist. */
export const passwordRules = ['length', 'upper-case', 'lower-case', 'digit', 'special', 'no-forbidden'] as const;

export type PasswordRule = (typeof passwordRules)[number];

const isMet: Record<PasswordRule, (password: string) => boolean> = {
  // Characters as people count them, not UTF-16 units: an emoji is one.
  length: (password) => [...password].length >= 8,
  'upper-case': (password) => /\p{Lu}/u.test(password),
  'lower-case': (password) => /\p{Ll}/u.test(password),
  digit: (password) => /\p{Nd}/u.test(password),
  // A space is a character one may type, but it does not count as a special one.
  special: (password) => /[\p{P}\p{S}]/u.test(password.replace(/[&#]/g, '')),
  'no-forbidden': (password) => !/[&#]/.test(password),
};

/** The rules that a password does not meet. Empty: the platform takes it. Judged in NFC, as the platform gets it. */
export const unmetPasswordRules = (password: string): PasswordRule[] => {
  const composed = password.normalize('NFC');
  return passwordRules.filter((rule) => !isMet[rule](composed));
};
