import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/useLanguage';
import type { PastAttendance } from '../../../../shared/platform/attendances';
import { ChannelIcon } from '../../../ui/ChannelIcon';
import { classNames } from '../../../ui/classNames';
import styles from './PastAttendanceItem.module.css';

interface PastAttendanceItemProps {
  readonly past: PastAttendance;
  readonly isOpen: boolean;
  readonly onOpen: (past: PastAttendance) => void;
}

/** One earlier attendance: what came of it, when, and with whom. A press opens its messages. */
export const PastAttendanceItem = ({ past, isOpen, onOpen }: PastAttendanceItemProps) => {
  const { t } = useTranslation('attendances');
  const language = useLanguage();
  return (
    <li>
      <button
        type="button"
        aria-current={isOpen || undefined}
        className={classNames(styles['item'], isOpen && styles['open'])}
        onClick={() => onOpen(past)}
      >
        <ChannelIcon channel={past.channel} />
        <span className={styles['disposition']}>{past.dispositionName}</span>
        <span className={styles['line']}>
          {formatDate(past.finishedAt, language)} · {past.queueName}
        </span>
        <span className={styles['line']}>{t('history.servedBy', { agent: past.agentName })}</span>
      </button>
    </li>
  );
};
