import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { Presence } from '../../../shared/platform/queues';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useQueueCommands } from './QueueCommands';
import { automaticallyPausedQueues } from './queueSummary';
import styles from './QueuePanel.module.css';

/** That, and why, the platform paused the agent by itself. */
export const AutomaticPause = ({ presence }: { readonly presence: Presence }) => {
  const { t } = useTranslation('queues');
  if (presence.automaticPause === null) return null;
  return (
    <div className={styles['automaticPause']}>
      <Icon of={TriangleAlert} />
      <p>{t('automaticPause', { count: presence.automaticPause.missedOffers })}</p>
      <ResumeAutomaticPause presence={presence} />
    </div>
  );
};

/** "Retomar" for every queue that the platform paused by itself. */
export const ResumeAutomaticPause = ({ presence }: { readonly presence: Presence }) => {
  const { t } = useTranslation('queues');
  const commands = useQueueCommands();
  const queueIds = automaticallyPausedQueues(presence);
  if (queueIds.length === 0) return null;
  return (
    <Button
      size="small"
      isBusy={queueIds.some((queueId) => commands.busy.has(queueId))}
      onClick={() => queueIds.forEach(commands.resume)}
    >
      {t('resume')}
    </Button>
  );
};
