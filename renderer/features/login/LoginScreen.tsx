import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/state/session';
import { useAppStore } from '../../desktop/appStore';
import { Notice } from '../../ui/Notice';
import { EntryPage, EntryTitle } from './EntryPage';
import { LoginForm } from './LoginForm';
import { loadLaterParts, type LaterParts } from './useLaterParts';

type EndReason = NonNullable<Extract<SessionState, { kind: 'signed-out' }>['reason']>;

interface LoginScreenProps {
  /** Why the agent has to log in again, where it was not their own doing. */
  readonly endReason: EndReason | null;
  /** Whose password has just been set, to be logged in with. */
  readonly savedPasswordOf: string | null;
  readonly onPasswordInput: () => void;
}

/** The screen for logging in; also the app's first paint, as markup made when the app is built. */
export const LoginScreen = ({ endReason, savedPasswordOf, onPasswordInput }: LoginScreenProps) => {
  const { t } = useTranslation('login');
  const lastEmail = useAppStore((state) => state.settings?.lastEmail);
  const [typedEmail, setTypedEmail] = useState<string | null>(null);
  // Held once it is loaded: until then the login stays as it is, with no gap between the two.
  const [forgot, setForgot] = useState<Pick<LaterParts, 'ForgotForm'> | null>(null);

  const openForgot = async (email: string) => {
    const parts = await loadLaterParts();
    setTypedEmail(email);
    setForgot(parts);
  };

  if (forgot !== null) {
    return (
      <EntryPage heading={<EntryTitle>{t('forgot')}</EntryTitle>}>
        <forgot.ForgotForm
          email={typedEmail ?? ''}
          onBack={(email) => {
            setTypedEmail(email);
            setForgot(null);
          }}
        />
      </EntryPage>
    );
  }
  return (
    <EntryPage
      notice={
        savedPasswordOf === null ? (
          endReason !== null && <Notice>{t(`endReason.${endReason}`)}</Notice>
        ) : (
          <Notice>{t('passwordSaved')}</Notice>
        )
      }
      heading={<EntryTitle>{t('title')}</EntryTitle>}
    >
      <LoginForm
        // Drawn anew for another e-mail, which takes the place of the one that was filled in.
        key={savedPasswordOf}
        likelyEmail={typedEmail ?? savedPasswordOf ?? lastEmail}
        onPasswordInput={onPasswordInput}
        onForgot={(email) => {
          openForgot(email).catch(reportError);
        }}
      />
    </EntryPage>
  );
};
