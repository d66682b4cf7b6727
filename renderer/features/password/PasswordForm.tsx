import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/state/problem';
import { appDesktop } from '../../desktop/appDesktop';
import { problemFromError } from '../../desktop/problemFromError';
import { Button } from '../../ui/Button';
import { PasswordField } from '../../ui/PasswordField';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton';
import { Checklist } from './Checklist';
import { findPasswordErrors, noPasswordErrors, type PasswordDraft } from './checklist';
import type { SavedAnswer } from './savedPassword';
import styles from './PasswordForm.module.css';

interface PasswordFormProps {
  /** Whose password it is; null while a newer link is being checked. */
  readonly email: string | null;
  readonly draft: PasswordDraft;
  readonly onDraftChange: (draft: PasswordDraft) => void;
  readonly onSaved: (answer: SavedAnswer, email: string) => void;
  readonly onBack: () => void;
}

/** A new password, typed twice, with the rules ticking below. What is typed stays whatever happens to saving it. */
export const PasswordForm = ({ email, draft, onDraftChange, onSaved, onBack }: PasswordFormProps) => {
  const { t } = useTranslation('password');
  const passwordInput = useRef<HTMLInputElement>(null);
  const confirmationInput = useRef<HTMLInputElement>(null);
  const [hasTried, setHasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const errors = hasTried ? findPasswordErrors(draft) : noPasswordErrors;

  const save = async (owner: string) => {
    setIsBusy(true);
    setProblem(null);
    try {
      const result = await appDesktop.savePassword({ password: draft.password });
      if (result.ok) onSaved(result.value, owner);
      else setProblem(result.problem);
    } catch (error) {
      reportError(error);
      setProblem(problemFromError(error));
    } finally {
      setIsBusy(false);
    }
  };

  const submit = () => {
    if (isBusy || email === null) return;
    setHasTried(true);
    const found = findPasswordErrors(draft);
    if (found.password !== null) passwordInput.current?.focus();
    else if (found.confirmation !== null) confirmationInput.current?.focus();
    else save(email).catch(reportError);
  };

  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={styles['email']}>
        {email === null ? <Skeleton className={styles['unknown']} /> : t('for', { email })}
      </p>
      <PasswordField
        ref={passwordInput}
        label={t('newPassword')}
        autoComplete="new-password"
        autoFocus
        value={draft.password}
        onChange={(event) => onDraftChange({ ...draft, password: event.currentTarget.value })}
        error={errors.password === null ? undefined : t(`fieldError.${errors.password}`)}
      />
      <PasswordField
        ref={confirmationInput}
        label={t('confirmation')}
        autoComplete="new-password"
        value={draft.confirmation}
        onChange={(event) => onDraftChange({ ...draft, confirmation: event.currentTarget.value })}
        error={errors.confirmation === null ? undefined : t(`fieldError.${errors.confirmation}`)}
      />
      <Checklist draft={draft} />
      <div className={styles['actions']}>
        <Button aria-disabled={isBusy} onClick={onBack}>
          {t('back')}
        </Button>
        <Button type="submit" variant="primary" isFullWidth isBusy={isBusy} aria-disabled={email === null}>
          {t('save')}
        </Button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
    </form>
  );
};
