import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/classNames';
import { Notice } from '../../ui/Notice';
import { PasswordField } from '../../ui/PasswordField';
import { TextField } from '../../ui/TextField';
import { MicrosoftButton } from '../microsoft/MicrosoftButton';
import { SignInProblem } from './SignInProblem';
import { useCredentialsForm } from './useCredentialsForm';
import { useFocusKept } from './useFocusKept';
import { useLaterParts } from './useLaterParts';
import styles from './LoginForm.module.css';

interface LoginFormProps {
  /** Who is likely to log in; undefined until main has told. */
  readonly likelyEmail: string | null | undefined;
  /** The agent is typing a password: the shell will be needed soon. */
  readonly onPasswordInput: () => void;
  /** The agent does not know the password; with the e-mail typed so far. */
  readonly onForgot: (email: string) => void;
}

/** E-mail, and what the platform offers for it: a password, Microsoft, or both. The cursor is in the first empty field. */
export const LoginForm = ({ likelyEmail, onPasswordInput, onForgot }: LoginFormProps) => {
  const { t } = useTranslation('login');
  const form = useCredentialsForm();
  const { emailInput, passwordInput, ways, errors, isBusy, microsoftPlace, learnWays } = form;
  const waysPlace = useFocusKept(ways.password);
  const parts = useLaterParts(ways.microsoft);
  const isWaiting = parts !== null && microsoftPlace !== null;

  const fillIn = useEffectEvent((email: string) => {
    const input = emailInput.current;
    if (input === null || input.value !== '') return;
    input.value = email;
    // Whoever is already typing a password goes on there.
    if (document.activeElement === input || document.activeElement === document.body) passwordInput.current?.focus();
    learnWays(email);
  });
  useEffect(() => {
    if (likelyEmail !== null && likelyEmail !== undefined && likelyEmail !== '') fillIn(likelyEmail);
  }, [likelyEmail]);

  const continueInBrowser = form.mayChooseBrowser ? () => form.enterWithMicrosoft('browser') : null;
  const microsoftButton = (
    <MicrosoftButton
      isFullWidth
      isPrimary={!ways.password}
      isBusy={!ways.password && isBusy}
      isWaiting={isWaiting}
      onClick={() => form.enterWithMicrosoft()}
    />
  );
  return (
    <div className={styles['stack']}>
      <form
        noValidate
        className={classNames(styles['form'], isWaiting && styles['away'])}
        onInput={form.handleInput}
        onSubmit={form.handleSubmit}
      >
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
          onBlur={() => learnWays(form.readEmail())}
          error={errors.email === null ? undefined : t(`fieldError.${errors.email}`)}
        />
        <div ref={waysPlace} tabIndex={-1} className={styles['ways']}>
          {ways.password ? (
            <>
              <PasswordField
                ref={passwordInput}
                name="password"
                label={t('password')}
                autoComplete="current-password"
                onInput={onPasswordInput}
                error={errors.password === null ? undefined : t(`fieldError.${errors.password}`)}
              />
              <button type="button" role="link" className={styles['link']} onClick={() => onForgot(form.readEmail())}>
                {t('forgot')}
              </button>
              <Button type="submit" variant="primary" isFullWidth isBusy={isBusy}>
                {t('submit')}
              </Button>
            </>
          ) : (
            <>
              {ways.isSelfManaged && <Notice>{t('selfManaged')}</Notice>}
              {ways.isNotAllowedHere && <Notice>{t('notAllowedHere')}</Notice>}
              {ways.microsoft && microsoftButton}
            </>
          )}
        </div>
        {ways.password && ways.microsoft && (
          <>
            <p className={styles['or']}>{t('or')}</p>
            {microsoftButton}
          </>
        )}
        {form.problem !== null && (
          <SignInProblem parts={parts} problem={form.problem} onUseBrowser={continueInBrowser} />
        )}
      </form>
      {isWaiting && (
        <parts.MicrosoftWaiting
          place={microsoftPlace}
          onCancel={form.cancelMicrosoft}
          onUseBrowser={continueInBrowser}
        />
      )}
    </div>
  );
};
