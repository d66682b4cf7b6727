import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/state/session';
import { useAppStore } from '../../desktop/appStore';
import { Logo } from '../../ui/Logo';
import { Notice } from '../../ui/Notice';
import { LoginFooter } from './LoginFooter';
import { LoginForm } from './LoginForm';
import styles from './LoginScreen.module.css';

type EndReason = NonNullable<Extract<SessionState, { kind: 'signed-out' }>['reason']>;

interface LoginScreenProps {
  /** Why the agent has to log in again, where it was not their own doing. */
  readonly endReason: EndReason | null;
  readonly onPasswordInput: () => void;
}

/** The screen for logging in; also the app's first paint, as markup made when the app is built. */
export const LoginScreen = ({ endReason, onPasswordInput }: LoginScreenProps) => {
  const { t } = useTranslation('login');
  const lastEmail = useAppStore((state) => state.settings?.lastEmail);
  return (
    <div className={styles['page']}>
      <main className={styles['main']}>
        {/* Stands in the space above the card, so that it moves nothing when it comes after the first paint. */}
        <div className={styles['notice']}>{endReason !== null && <Notice>{t(`endReason.${endReason}`)}</Notice>}</div>
        <div className={styles['card']}>
          <div className={styles['brand']}>
            <Logo size={24} />
            Smartspace
          </div>
          <h1 className={styles['title']}>{t('title')}</h1>
          <LoginForm lastEmail={lastEmail} onPasswordInput={onPasswordInput} />
        </div>
      </main>
      <LoginFooter />
    </div>
  );
};
