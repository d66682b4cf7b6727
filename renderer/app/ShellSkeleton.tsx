import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/classNames';
import { Logo } from '../ui/Logo';
import { Skeleton } from '../ui/Skeleton';
import styles from './ShellSkeleton.module.css';

interface ShellSkeletonProps {
  readonly isMenuCollapsed: boolean;
}

/** The shell's geometry before its code and data are there; also the first paint where there was a session. */
export const ShellSkeleton = ({ isMenuCollapsed }: ShellSkeletonProps) => {
  const { t } = useTranslation('common');
  return (
    <main className={classNames(styles['shell'], isMenuCollapsed && styles['collapsed'])} aria-busy>
      <h1 className="visuallyHidden">{t('loading')}</h1>
      <div className={styles['menu']}>
        <div className={styles['brand']}>
          <Logo size={24} />
          {!isMenuCollapsed && 'Smartspace'}
        </div>
        <div className={styles['module']}>
          <Skeleton className={styles['moduleName']} />
        </div>
      </div>
      <div className={styles['bar']}>
        <div className={styles['centre']}>
          <Skeleton shape="block" className={styles['queues']} />
          <Skeleton shape="block" className={styles['time']} />
        </div>
        <Skeleton shape="circle" className={styles['avatar']} />
      </div>
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
    </main>
  );
};
