import { useTranslation } from 'react-i18next';
import { appDesktop } from '../desktop/appDesktop';
import { Button } from '../ui/Button';
import styles from './DefectScreen.module.css';

/** What shows when a screen broke down. Needs nothing that could have broken with it. */
export const DefectScreen = () => {
  const { t } = useTranslation('common');
  return (
    <main className={styles['screen']}>
      <div role="alert">
        <h1 className={styles['title']}>{t('defect.title')}</h1>
        <p className={styles['text']}>{t('defect.text')}</p>
      </div>
      <Button
        variant="primary"
        autoFocus
        onClick={() => {
          appDesktop.recoverInterface().catch(reportError);
        }}
      >
        {t('reload')}
      </Button>
    </main>
  );
};
