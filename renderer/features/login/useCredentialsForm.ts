import { useRef, useState, type FormEvent, type RefObject } from 'react';
import type { Problem } from '../../../shared/state/problem';
import { findCredentialsErrors, noCredentialsErrors, type CredentialsErrors } from './credentialsErrors';
import { useSignIn } from './useSignIn';

interface CredentialsForm {
  readonly emailInput: RefObject<HTMLInputElement | null>;
  readonly passwordInput: RefObject<HTMLInputElement | null>;
  readonly errors: CredentialsErrors;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly handleInput: () => void;
  readonly handleSubmit: (event: FormEvent) => void;
}

/**
 * A form of e-mail and password. The browser keeps the values: what was typed into the markup that painted first, before
 * any script ran, is simply there. Errors show from the first try on, and go as soon as they are put right.
 */
export const useCredentialsForm = (): CredentialsForm => {
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const [errors, setErrors] = useState(noCredentialsErrors);
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, problem, signIn } = useSignIn();

  const readCredentials = () => ({
    // Blanks around an address come from pasting.
    email: emailInput.current?.value.trim() ?? '',
    password: passwordInput.current?.value ?? '',
  });

  const submit = async () => {
    const credentials = readCredentials();
    const found = findCredentialsErrors(credentials);
    setHasTried(true);
    setErrors(found);
    if (found.email !== null) {
      emailInput.current?.focus();
    } else if (found.password !== null) {
      passwordInput.current?.focus();
    } else {
      const hasEntered = await signIn(credentials);
      if (hasEntered) return;
      passwordInput.current?.focus();
      passwordInput.current?.select();
    }
  };

  return {
    emailInput,
    passwordInput,
    errors,
    isBusy,
    problem,
    handleInput: () => {
      if (hasTried) setErrors(findCredentialsErrors(readCredentials()));
    },
    handleSubmit: (event) => {
      event.preventDefault();
      if (!isBusy) submit().catch(reportError);
    },
  };
};
