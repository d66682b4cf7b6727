import type { ReactNode } from 'react';
import { classNames } from '../../../ui/classNames';
import styles from './AttendanceList.module.css';

interface ListSectionProps {
  /** The heading, and the accessible name of the region. */
  readonly title: string;
  /** Null until the list has arrived: the skeleton shows. */
  readonly count: number | null;
  readonly emptyText: string;
  readonly skeleton: ReactNode;
  readonly footer?: ReactNode;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** One section of the list, scrolling by itself. */
export const ListSection = ({ title, count, emptyText, skeleton, footer, className, children }: ListSectionProps) => (
  <section aria-label={title} aria-busy={count === null} className={classNames(styles['section'], className)}>
    <h2 className={styles['heading']}>
      {title}
      {count !== null && <span className={styles['count']}>{count}</span>}
    </h2>
    <div className={styles['scroller']}>
      {count === null && skeleton}
      {count === 0 && <p className={styles['empty']}>{emptyText}</p>}
      {count !== null && count > 0 && <ul>{children}</ul>}
      {footer}
    </div>
  </section>
);
