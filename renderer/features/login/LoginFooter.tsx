import { useTranslation } from 'react-i18next';
import { ChevronDown, WifiOff } from 'lucide-react';
import { languageSchema } from '../../../shared/state/settings';
import { appDesktop } from '../../desktop/appDesktop';
import { useAppStore } from '../../desktop/appStore';
import { useOnline } from '../../desktop/useOnline';
import { useLanguage } from '../../i18n/useLanguage';
import { Icon } from '../../ui/Icon';
import styles from './LoginFooter.module.css';

/** The quiet line at the foot of the login: language, network, version. */
export const LoginFooter = () => {
  const { t } = useTranslation('login');
  const version = useAppStore((state) => state.version);
  const isPlatformOffline = useAppStore((state) => state.connection.kind === 'offline');
  const isOnline = useOnline();
  return (
    <footer className={styles['footer']}>
      <LanguageChoice />
      <p role="status" className={styles['connection']}>
        {(!isOnline || isPlatformOffline) && (
          <>
            <Icon of={WifiOff} />
            {isOnline ? t('connection.platformOffline') : t('connection.noNetwork')}
          </>
        )}
      </p>
      <p className={styles['version']}>{version !== null && `v${version}`}</p>
    </footer>
  );
};

const LanguageChoice = () => {
  const { t } = useTranslation('login');
  const language = useLanguage();
  return (
    <div className={styles['language']}>
      <select
        aria-label={t('language')}
        value={language}
        onChange={(event) => {
          appDesktop.changeSettings({ language: languageSchema.parse(event.currentTarget.value) }).catch(reportError);
        }}
      >
        {/* Each in its own words, for whoever doesn't read the other. */}
        <option value="pt-BR" lang="pt-BR">
          Português
        </option>
        <option value="en" lang="en">
          English
        </option>
      </select>
      <Icon of={ChevronDown} className={styles['chevron']} />
    </div>
  );
};
