import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/state/session';
import { shellDesktop } from '../../desktop/shellDesktop';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PasswordField } from '../../ui/PasswordField';
import { TextField } from '../../ui/TextField';
import { SignInProblem } from '../login/SignInProblem';
import { useCredentialsForm } from '../login/useCredentialsForm';

interface ReLoginProps {
  readonly session: Extract<SessionState, { kind: 'expired' }>;
}

const formId = 'login-again';

/** Logging in again over the shell, which stays as it is below, with everything typed in it. */
export const ReLogin = ({ session }: ReLoginProps) => {
  const { t } = useTranslation('login');
  const { emailInput, passwordInput, errors, isBusy, problem, handleInput, handleSubmit } = useCredentialsForm();
  return (
    <Dialog
      isOpen
      isDismissible={false}
      onOpenChange={() => undefined}
      initialFocus={passwordInput}
      title={t('again.title')}
      description={`${t(`endReason.${session.reason}`)} ${t('again.kept')}`}
      actions={
        <>
          <Button
            onClick={() => {
              shellDesktop.signOut().catch(reportError);
            }}
          >
            {t('again.signOut')}
          </Button>
          <Button type="submit" form={formId} variant="primary" isBusy={isBusy}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onInput={handleInput} onSubmit={handleSubmit}>
        <TextField
          ref={emailInput}
          label={t('email')}
          type="email"
          autoComplete="username"
          readOnly
          value={session.agent.email}
        />
        <PasswordField
          ref={passwordInput}
          label={t('password')}
          autoComplete="current-password"
          error={errors.password === null ? undefined : t(`fieldError.${errors.password}`)}
        />
        {problem !== null && <SignInProblem problem={problem} />}
      </form>
    </Dialog>
  );
};
