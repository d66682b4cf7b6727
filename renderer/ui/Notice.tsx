import type { ReactNode } from 'react';
import { Info } from 'lucide-react';
import { Icon } from './Icon';
import styles from './Notice.module.css';

/** A calm remark inside a form or panel. */
export const Notice = ({ children }: { readonly children: ReactNode }) => (
  <div role="status" className={styles['info']}>
    <Icon of={Info} className={styles['icon']} />
    <div className={styles['text']}>{children}</div>
  </div>
);
