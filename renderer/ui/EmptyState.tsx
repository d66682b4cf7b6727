import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Icon } from './Icon';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** One sentence with the next step. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Where a list or page has nothing to show: what that means and what to do. */
export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className={styles['state']}>
    <span className={styles['icon']}>
      <Icon of={icon} size={20} />
    </span>
    <p className={styles['title']}>{title}</p>
    {children !== undefined && <div className={styles['text']}>{children}</div>}
    {action !== undefined && <div className={styles['action']}>{action}</div>}
  </div>
);
