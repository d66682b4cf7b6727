import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { Button } from '../../../ui/Button';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton';
import type { PastAttendance } from '../../../../shared/platform/attendances';
import type { Result } from '../../../../shared/state/problem';
import { PastAttendanceItem } from './PastAttendanceItem';
import styles from './CustomerHistory.module.css';

interface CustomerHistoryProps {
  readonly customerId: string;
  readonly openAttendanceId: string;
  readonly onOpen: (past: PastAttendance) => void;
}

/** The customer's earlier attendances. Give it the customer as its `key`. */
export const CustomerHistory = ({ customerId, openAttendanceId, onOpen }: CustomerHistoryProps) => {
  const { t } = useTranslation('attendances');
  const [tries, setTries] = useState(1);
  const [result, setResult] = useState<Result<readonly PastAttendance[]> | null>(null);

  useEffect(() => {
    let isWanted = true;
    shellDesktop.readCustomerHistory({ customerId }).then((answer) => {
      if (isWanted) setResult(answer);
    }, reportError);
    return () => {
      isWanted = false;
    };
  }, [customerId, tries]);

  return (
    <section className={styles['history']} aria-label={t('history.title')} aria-busy={result === null}>
      <h3 className={styles['title']}>{t('history.title')}</h3>
      {result === null && <HistorySkeleton />}
      {result?.ok === false && (
        <div className={styles['inset']}>
          <ProblemNotice
            problem={result.problem}
            action={
              <Button
                size="small"
                className={styles['retry']}
                onClick={() => {
                  setResult(null);
                  setTries(tries + 1);
                }}
              >
                {t('tryAgain')}
              </Button>
            }
          />
        </div>
      )}
      {result?.ok === true && result.value.length === 0 && <p className={styles['empty']}>{t('history.empty')}</p>}
      {result?.ok === true && result.value.length > 0 && (
        <ul>
          {result.value.map((past) => (
            <PastAttendanceItem key={past.id} past={past} isOpen={past.id === openAttendanceId} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
};

const HistorySkeleton = () => (
  <div aria-hidden>
    {[1, 2, 3].map((index) => (
      <div key={index} className={styles['place']}>
        <Skeleton className={styles['line']} />
        <Skeleton className={styles['shortLine']} />
      </div>
    ))}
  </div>
);
