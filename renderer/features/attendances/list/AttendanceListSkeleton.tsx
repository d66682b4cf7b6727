import { Skeleton } from '../../../ui/Skeleton';
import styles from './AttendanceListSkeleton.module.css';

interface AttendanceListSkeletonProps {
  readonly kind: 'awaiting' | 'in-progress';
  readonly count: number;
}

/** Items as they will stand there, while the first list is on its way. */
export const AttendanceListSkeleton = ({ kind, count }: AttendanceListSkeletonProps) => (
  <div aria-hidden>
    {Array.from({ length: count }, (_, index) => (
      <div key={index} className={kind === 'awaiting' ? styles['awaiting'] : styles['inProgress']}>
        <Skeleton shape="circle" className={styles['icon']} />
        <Skeleton className={styles['name']} />
        <Skeleton className={styles['timer']} />
        <Skeleton className={styles['line']} />
        {kind === 'awaiting' && <Skeleton shape="block" className={styles['button']} />}
      </div>
    ))}
  </div>
);
