import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/state/session';
import { appDesktop } from '../../desktop/appDesktop';
import { useAppStore } from '../../desktop/appStore';
import { shellDesktop } from '../../desktop/shellDesktop';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/classNames';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { PasswordField } from '../../ui/PasswordField';
import { TextField } from '../../ui/TextField';
import { MicrosoftButton } from '../microsoft/MicrosoftButton';
import { SignInProblem } from '../login/SignInProblem';
import { useCredentialsForm } from '../login/useCredentialsForm';
import { useFocusKept } from '../login/useFocusKept';
import { useLaterParts } from '../login/useLaterParts';
import styles from './ReLogin.module.css';

interface ReLoginProps {
  readonly session: Extract<SessionState, { kind: 'expired' }>;
  /** Whose password has just been set, which ends the sessions of its agent. */
  readonly savedPasswordOf: string | null;
}

const formId = 'login-again';

/** Logging in again over the shell, which stays as it is below, with everything typed in it. */
export const ReLogin = ({ session, savedPasswordOf }: ReLoginProps) => {
  const { t } = useTranslation('login');
  const form = useCredentialsForm();
  const { emailInput, passwordInput, ways, errors, isBusy, microsoftPlace } = form;
  const isLinkWaiting = useAppStore((state) => state.passwordLink.kind === 'waiting');
  const waysPlace = useFocusKept(ways.password);
  const parts = useLaterParts(ways.microsoft);
  const isWaiting = parts !== null && microsoftPlace !== null;
  const reason = savedPasswordOf === session.agent.email ? t('again.passwordSaved') : t(`endReason.${session.reason}`);

  const learnWays = useEffectEvent(() => form.learnWays(session.agent.email));
  useEffect(() => learnWays(), []);

  const continueInBrowser = form.mayChooseBrowser ? () => form.enterWithMicrosoft('browser') : null;
  return (
    <Dialog
      isOpen
      isDismissible={false}
      onOpenChange={() => undefined}
      initialFocus={passwordInput}
      title={t('again.title')}
      description={`${reason} ${t('again.kept')}`}
      actions={
        <>
          <Button
            onClick={() => {
              shellDesktop.signOut().catch(reportError);
            }}
          >
            {t('again.signOut')}
          </Button>
          {ways.microsoft && (
            <MicrosoftButton
              isPrimary={!ways.password}
              isBusy={!ways.password && isBusy}
              isWaiting={isWaiting}
              onClick={() => form.enterWithMicrosoft()}
            />
          )}
          {ways.password && (
            <Button type="submit" form={formId} variant="primary" isBusy={isBusy} aria-disabled={isWaiting}>
              {t('submit')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['stack']}>
        <form
          id={formId}
          noValidate
          className={classNames(isWaiting && styles['away'])}
          onInput={form.handleInput}
          onSubmit={form.handleSubmit}
        >
          <TextField
            ref={emailInput}
            label={t('email')}
            type="email"
            autoComplete="username"
            readOnly
            value={session.agent.email}
          />
          <div ref={waysPlace} tabIndex={-1} className={styles['ways']}>
            {ways.password && (
              <PasswordField
                ref={passwordInput}
                label={t('password')}
                autoComplete="current-password"
                error={errors.password === null ? undefined : t(`fieldError.${errors.password}`)}
              />
            )}
            {ways.isSelfManaged && <Notice>{t('selfManaged')}</Notice>}
            {ways.isNotAllowedHere && <Notice>{t('notAllowedHere')}</Notice>}
          </div>
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
      {isLinkWaiting && <WaitingLink />}
    </Dialog>
  );
};

/** The shell's notice of it is out of reach below, and the new password may be the only way back in. */
const WaitingLink = () => {
  const { t } = useTranslation('shell');
  return (
    <Notice
      action={
        <Button
          size="small"
          onClick={() => {
            appDesktop.openPasswordLink().catch(reportError);
          }}
        >
          {t('banner.setPassword')}
        </Button>
      }
    >
      {t('banner.passwordLink')}
    </Notice>
  );
};
