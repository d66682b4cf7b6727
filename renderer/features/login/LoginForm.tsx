import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { PasswordField } from '../../ui/PasswordField';
import { TextField } from '../../ui/TextField';
import { SignInProblem } from './SignInProblem';
import { useCredentialsForm } from './useCredentialsForm';
import styles from './LoginForm.module.css';

interface LoginFormProps {
  /** Who logged in last here; undefined until main has told. */
  readonly lastEmail: string | null | undefined;
  /** The agent is typing a password: the shell will be needed soon. */
  readonly onPasswordInput: () => void;
}

/** E-mail and password, with the cursor in the first that is empty. */
export const LoginForm = ({ lastEmail, onPasswordInput }: LoginFormProps) => {
  const { t } = useTranslation('login');
  const { emailInput, passwordInput, errors, isBusy, problem, handleInput, handleSubmit } = useCredentialsForm();

  useEffect(() => {
    const input = emailInput.current;
    if (input === null || lastEmail === null || lastEmail === undefined || input.value !== '') return;
    input.value = lastEmail;
    // Whoever is already typing a password goes on there.
    if (document.activeElement === input || document.activeElement === document.body) passwordInput.current?.focus();
  }, [lastEmail, emailInput, passwordInput]);

  return (
    <form noValidate className={styles['form']} onInput={handleInput} onSubmit={handleSubmit}>
      <TextField
        ref={emailInput}
        name="email"
        label={t('email')}
        type="email"
        placeholder={t('emailExample')}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus
        error={errors.email === null ? undefined : t(`fieldError.${errors.email}`)}
      />
      <PasswordField
        ref={passwordInput}
        name="password"
        label={t('password')}
        autoComplete="current-password"
        onInput={onPasswordInput}
        error={errors.password === null ? undefined : t(`fieldError.${errors.password}`)}
      />
      <Button type="submit" variant="primary" isFullWidth isBusy={isBusy}>
        {t('submit')}
      </Button>
      {problem !== null && <SignInProblem problem={problem} />}
    </form>
  );
};
