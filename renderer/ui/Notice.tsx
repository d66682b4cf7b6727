import type { ReactNode } from 'react';
import { Info } from 'lucide-react';
import { Icon } from './Icon';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A calm remark inside a form or panel. */
export const Notice = ({ children, action }: NoticeProps) => (
  <div role="status" className={styles['info']}>
    <Icon of={Info} className={styles['icon']} />
    <div className={styles['text']}>
      {children}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  </div>
);
