import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/Skeleton';
import styles from './ModuleSkeleton.module.css';

/** The geometry of the attendance module before there is anything to put in it. */
export const ModuleSkeleton = () => {
  const { t } = useTranslation('shell');
  return (
    <div aria-busy className={styles['module']}>
      <h1 className="visuallyHidden">{t('loading')}</h1>
      <div className={styles['list']}>
        <Skeleton className={styles['heading']} />
        {['first', 'second', 'third', 'fourth'].map((row) => (
          <div key={row} className={styles['row']}>
            <Skeleton shape="circle" className={styles['channel']} />
            <div className={styles['lines']}>
              <Skeleton className={styles['name']} />
              <Skeleton className={styles['preview']} />
            </div>
          </div>
        ))}
      </div>
      <div className={styles['conversation']} />
    </div>
  );
};
