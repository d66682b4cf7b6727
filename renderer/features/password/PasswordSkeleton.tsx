import { Skeleton } from '../../ui/Skeleton';
import styles from './PasswordSkeleton.module.css';

/** The geometry of the form, while the link is being checked. */
export const PasswordSkeleton = () => (
  <div className={styles['skeleton']} aria-hidden>
    <Skeleton className={styles['email']} />
    {['password', 'confirmation'].map((field) => (
      <div key={field} className={styles['field']}>
        <Skeleton className={styles['label']} />
        <Skeleton shape="block" className={styles['box']} />
      </div>
    ))}
    <div className={styles['rules']}>
      {['first', 'second', 'third', 'fourth'].map((row) => (
        <Skeleton key={row} className={styles['rule']} />
      ))}
    </div>
  </div>
);
