import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../../desktop/appStore';
import { useElapsedSeconds, useNow } from '../../../desktop/useNow';
import { ChannelIcon } from '../../../ui/ChannelIcon';
import { classNames } from '../../../ui/classNames';
import { Icon } from '../../../ui/Icon';
import { TimerText } from '../../../ui/TimerText';
import type { Attendance } from '../../../../shared/platform/attendances';
import { readAnswerWait, type AnswerUrgency } from '../rules/answerWait';
import styles from './InProgressItem.module.css';

interface InProgressItemProps {
  readonly attendance: Attendance;
  readonly isOpen: boolean;
  readonly onOpen: (attendanceId: string) => void;
}

/** An attendance in progress: who, the last line, what is unread, and two timers. */
export const InProgressItem = ({ attendance, isOpen, onOpen }: InProgressItemProps) => {
  const { t } = useTranslation('attendances');
  const { id, channel, customer, lastMessage, unread } = attendance;
  return (
    <li>
      <button
        type="button"
        data-list-stop
        aria-current={isOpen || undefined}
        onClick={() => onOpen(id)}
        className={classNames(styles['item'], isOpen && styles['open'])}
      >
        <ChannelIcon channel={channel} />
        <span className={classNames(styles['name'], unread > 0 && styles['unreadName'])}>{customer.name}</span>
        <span className={styles['sinceStart']} title={t('inProgress.sinceStart')} aria-hidden>
          <SinceStart since={attendance.startedAt ?? attendance.arrivedAt} />
        </span>
        <span className={styles['preview']}>
          {lastMessage?.direction === 'from-agent' && `${t('inProgress.you')} `}
          {lastMessage?.preview ?? t('inProgress.noMessages')}
        </span>
        <span className={styles['end']}>
          <SinceLastMessage lastMessage={lastMessage} />
          {unread > 0 && (
            <>
              <span className={styles['unread']} aria-hidden>
                {unread > 99 ? '99+' : unread}
              </span>
              <span className="visuallyHidden">{t('inProgress.unread', { count: unread })}</span>
            </>
          )}
        </span>
      </button>
    </li>
  );
};

const SinceStart = ({ since }: { readonly since: string }) => (
  <TimerText seconds={useElapsedSeconds(since)} tone="muted" />
);

const tones = { 'on-time': 'muted', late: 'warning', overdue: 'danger' } as const satisfies Record<
  AnswerUrgency,
  string
>;

const SinceLastMessage = ({ lastMessage }: Pick<Attendance, 'lastMessage'>) => {
  const { t } = useTranslation('attendances');
  const clockOffset = useAppStore((state) => state.clockOffset);
  const wait = readAnswerWait(lastMessage, useNow(), clockOffset);
  if (wait === null) return null;
  const isLate = wait.urgency !== 'on-time';
  return (
    <>
      <span
        className={classNames(styles['wait'], styles[wait.urgency])}
        title={t('inProgress.sinceLastMessage')}
        aria-hidden
      >
        {isLate && <Icon of={TriangleAlert} className={styles['waitIcon']} />}
        <TimerText seconds={wait.seconds} tone={tones[wait.urgency]} />
      </span>
      {isLate && (
        <span className="visuallyHidden">{t('inProgress.waits', { count: Math.floor(wait.seconds / 60) })}</span>
      )}
    </>
  );
};
