import { passwordRules, unmetPasswordRules, type PasswordRule } from '../../../shared/rules/passwordPolicy';
import { passwordInputSchema } from '../../../shared/platform/auth';

/** What is being typed. */
export interface PasswordDraft {
  readonly password: string;
  readonly confirmation: string;
}

/** `broken`: typing on does not put it right; something has to be taken back. */
export type CheckState = 'met' | 'unmet' | 'broken';

export interface Check {
  readonly rule: PasswordRule | 'match';
  readonly state: CheckState;
}

/** In the form the platform gets it, in which it does not matter how a keyboard composes an accent. */
const compose = ({ password, confirmation }: PasswordDraft): PasswordDraft => ({
  password: password.normalize('NFC'),
  confirmation: confirmation.normalize('NFC'),
});

const matchState = (draft: PasswordDraft): CheckState => {
  const { password, confirmation } = compose(draft);
  if (password !== '' && password === confirmation) return 'met';
  return password.startsWith(confirmation) ? 'unmet' : 'broken';
};

const ruleState = (rule: PasswordRule, password: string, unmet: readonly PasswordRule[]): CheckState => {
  // Before anything is typed nothing is ticked, not even what an empty password has no way to break.
  if (password === '') return 'unmet';
  if (!unmet.includes(rule)) return 'met';
  return rule === 'no-forbidden' ? 'broken' : 'unmet';
};

/** The checklist: every rule of the platform in its order, and last that both fields match. */
export const checkPassword = (draft: PasswordDraft): readonly Check[] => {
  const unmet = unmetPasswordRules(draft.password);
  return [
    ...passwordRules.map((rule) => ({ rule, state: ruleState(rule, draft.password, unmet) })),
    { rule: 'match', state: matchState(draft) },
  ];
};

/** What can be wrong with each field, each with its text under `password:fieldError`. */
export interface PasswordErrors {
  readonly password: 'passwordMissing' | 'passwordTooLong' | 'rulesUnmet' | null;
  readonly confirmation: 'confirmationMissing' | 'mismatch' | null;
}

export const noPasswordErrors: PasswordErrors = { password: null, confirmation: null };

const passwordError = (password: string): PasswordErrors['password'] => {
  if (password === '') return 'passwordMissing';
  if (!passwordInputSchema.safeParse(password).success) return 'passwordTooLong';
  return unmetPasswordRules(password).length > 0 ? 'rulesUnmet' : null;
};

/** What keeps this from being saved. */
export const findPasswordErrors = (draft: PasswordDraft): PasswordErrors => {
  const { password, confirmation } = compose(draft);
  const mismatch = password === confirmation ? null : 'mismatch';
  return {
    password: passwordError(password),
    confirmation: confirmation === '' ? 'confirmationMissing' : mismatch,
  };
};
