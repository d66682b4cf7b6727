import { useRef, useState, type FormEvent, type RefObject } from 'react';
import type { MicrosoftPlace } from '../../../shared/state/microsoft';
import { useAppStore } from '../../desktop/appStore';
import { findCredentialsErrors, noCredentialsErrors, type CredentialsErrors } from './credentialsErrors';
import { loginWays, type LoginWays } from './loginWays';
import { useLoginOptions } from './useLoginOptions';
import { useSignIn, type SignIn } from './useSignIn';

interface CredentialsForm extends Pick<SignIn, 'isBusy' | 'microsoftPlace' | 'problem' | 'cancelMicrosoft'> {
  readonly emailInput: RefObject<HTMLInputElement | null>;
  readonly passwordInput: RefObject<HTMLInputElement | null>;
  readonly ways: LoginWays;
  /** Whether the agent may go to the browser instead of the window. */
  readonly mayChooseBrowser: boolean;
  readonly errors: CredentialsErrors;
  readonly readEmail: () => string;
  /** The e-mail is there, or done with: what it allows is asked now. */
  readonly learnWays: (email: string) => void;
  readonly handleInput: () => void;
  readonly handleSubmit: (event: FormEvent) => void;
  readonly enterWithMicrosoft: (place?: MicrosoftPlace) => void;
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
  const { isBusy, microsoftPlace, problem, signIn, signInWithMicrosoft, cancelMicrosoft } = useSignIn();
  const { options, ask, askSoon } = useLoginOptions();
  const rules = useAppStore((state) => state.loginRules);
  const ways = loginWays(options, rules.methods);

  // Blanks around an address come from pasting.
  const readEmail = () => emailInput.current?.value.trim() ?? '';
  const readCredentials = () => ({ email: readEmail(), password: passwordInput.current?.value ?? '' });

  const enterWithMicrosoft = (place?: MicrosoftPlace) => {
    const { email } = findCredentialsErrors(readCredentials());
    if (email === null) {
      signInWithMicrosoft(readEmail(), place).catch(reportError);
      return;
    }
    // Where there are no passwords the button is there before the e-mail is.
    setHasTried(true);
    setErrors({ email, password: null });
    emailInput.current?.focus();
  };

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
    ways,
    mayChooseBrowser: rules.enforcedPlace === null,
    errors,
    isBusy,
    microsoftPlace,
    problem,
    cancelMicrosoft,
    enterWithMicrosoft,
    readEmail,
    learnWays: (email) => {
      ask(email).catch(reportError);
    },
    handleInput: () => {
      if (hasTried) setErrors(findCredentialsErrors(readCredentials()));
      askSoon(readEmail());
    },
    handleSubmit: (event) => {
      event.preventDefault();
      if (isBusy || microsoftPlace !== null) return;
      if (ways.password) submit().catch(reportError);
      else if (ways.microsoft) enterWithMicrosoft();
    },
  };
};
