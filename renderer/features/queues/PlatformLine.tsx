import { useTranslation } from 'react-i18next';
import { useNow } from '../../desktop/useNow';
import type { QueueCounts } from './queueSummary';
import { useAgeText } from './useAgeText';
import styles from './QueuePanel.module.css';

interface PlatformLineProps {
  readonly counts: QueueCounts;
  /** When this computer heard it, in milliseconds since 1970. */
  readonly heardAt: number | null;
}

/** "A plataforma diz: on-line em 3 filas, 1 em pausa · há 4 s": where what is shown comes from, and how old it is. */
export const PlatformLine = ({ counts, heardAt }: PlatformLineProps) => {
  const { t } = useTranslation('queues');
  const ageText = useAgeText();
  const now = useNow();
  const online = t('onlineIn', { count: counts.online });
  const summary = counts.paused === 0 ? online : `${online}, ${t('pausedIn', { count: counts.paused })}`;
  const age = heardAt === null ? '' : ` · ${ageText(heardAt, now)}`;
  return (
    <p className={styles['platform']}>
      {t('platformSays', { summary })}
      {age}
    </p>
  );
};
