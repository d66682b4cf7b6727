import { Circle, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MissingSetup } from '../../shared/platform/agent';
import { Icon } from '../ui/Icon';
import styles from './NotEnabled.module.css';

/** The attendance module of an agent whose set-up is not finished: what is missing, and who can help. */
export const NotEnabled = ({ missing }: { readonly missing: readonly MissingSetup[] }) => {
  const { t } = useTranslation('shell');
  return (
    <section className={styles['page']} aria-labelledby="not-enabled-title">
      <span className={styles['icon']}>
        <Icon of={Hourglass} size={20} />
      </span>
      <h1 id="not-enabled-title" className={styles['title']}>
        {t('notEnabled.title')}
      </h1>
      <p className={styles['text']}>{t('notEnabled.text')}</p>
      <ul className={styles['list']}>
        {missing.map((code) => (
          <li key={code} className={styles['item']}>
            <Icon of={Circle} className={styles['open']} />
            <div>
              <p className={styles['name']}>{t(`notEnabled.missing.${code}.name`)}</p>
              <p className={styles['detail']}>{t(`notEnabled.missing.${code}.detail`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles['text']}>{t('notEnabled.help')}</p>
    </section>
  );
};
