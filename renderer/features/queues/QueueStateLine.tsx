import { Pause, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../../../shared/platform/queues';
import { assertNever } from '../../../shared/rules/assertNever';
import { formatDuration } from '../../../shared/rules/clock';
import { useAppStore } from '../../desktop/appStore';
import { useNow } from '../../desktop/useNow';
import { formatTime } from '../../i18n/format';
import { useLanguage } from '../../i18n/useLanguage';
import { classNames } from '../../ui/classNames';
import { Icon } from '../../ui/Icon';
import { readPauseClock } from './pauseClock';
import { useLimitText } from './useLimitText';
import styles from './QueueRow.module.css';

/** The agent's state in one queue, as the platform last said it. */
export const QueueStateLine = ({ state }: { readonly state: QueueState }) => {
  const { t } = useTranslation('queues');
  const language = useLanguage();
  switch (state.kind) {
    case 'logged-out':
      return <p className={styles['state']}>{t('loggedOut')}</p>;
    case 'logged-in':
      return (
        <p className={styles['state']}>
          <span className={styles['dot']} aria-hidden />
          {t('since', { time: formatTime(state.since, language) })}
        </p>
      );
    case 'paused':
      return <PauseLine state={state} />;
    default:
      return assertNever(state);
  }
};

const PauseLine = ({ state }: { readonly state: Extract<QueueState, { kind: 'paused' }> }) => {
  const { t } = useTranslation('queues');
  const limitText = useLimitText();
  const clockOffset = useAppStore((store) => store.clockOffset);
  const clock = readPauseClock(state, useNow(), clockOffset);
  const isOver = clock.overBySeconds !== null;
  return (
    <p className={classNames(styles['state'], isOver ? styles['over'] : styles['paused'])}>
      <Icon of={isOver ? TriangleAlert : Pause} />
      <span className={styles['reason']}>{state.reason.name}</span>
      <span role="timer" aria-label={t('pauseTimer')}>
        {formatDuration(clock.seconds)}
      </span>
      {clock.limitSeconds !== null && (
        <span className={styles['limit']}>
          {isOver
            ? t('overLimit', { limit: limitText(clock.limitSeconds) })
            : t('ofLimit', { limit: limitText(clock.limitSeconds) })}
        </span>
      )}
    </p>
  );
};
