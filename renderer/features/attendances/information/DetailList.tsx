import type { ReactNode } from 'react';
import styles from './DetailList.module.css';

export interface Detail {
  readonly label: string;
  readonly value: ReactNode;
}

/** Labels and what stands behind them. */
export const DetailList = ({ details }: { readonly details: readonly Detail[] }) => (
  <dl className={styles['details']}>
    {details.map(({ label, value }) => (
      <div key={label} className={styles['detail']}>
        <dt className={styles['label']}>{label}</dt>
        <dd className={styles['value']}>{value}</dd>
      </div>
    ))}
  </dl>
);
