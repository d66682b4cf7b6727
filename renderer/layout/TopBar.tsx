import { useRef, useState } from 'react';
import { ChevronDown, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShellStore } from '../desktop/shellStore';
import { QueuePanel } from '../features/queues/QueuePanel';
import { useQueueCommands } from '../features/queues/QueueCommands';
import { countQueues } from '../features/queues/queueSummary';
import { Icon } from '../ui/Icon';
import { PopoverPanel } from '../ui/PopoverPanel';
import { TimeChip } from './TimeChip';
import { UserMenu } from './UserMenu';
import styles from './TopBar.module.css';

/** Queues and time in the centre, the agent on the right. */
export const TopBar = () => {
  const { t } = useTranslation('shell');
  const { t: tQueues } = useTranslation('queues');
  const presence = useShellStore((state) => state.presence);
  const { forgetProblems } = useQueueCommands();
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const timeChip = useRef<HTMLButtonElement>(null);
  const counts = presence === null ? null : countQueues(presence.queues);
  const openOrClose = (willBeOpen: boolean) => {
    setIsPanelOpen(willBeOpen);
    if (!willBeOpen) forgetProblems();
  };
  return (
    <header className={styles['bar']}>
      <div className={styles['centre']}>
        <PopoverPanel
          label={tQueues('title')}
          isOpen={isPanelOpen}
          onOpenChange={openOrClose}
          otherTrigger={timeChip}
          className={styles['panel']}
          trigger={
            <button
              type="button"
              aria-label={tQueues('title')}
              aria-describedby="queue-counts"
              className={styles['queues']}
            >
              <Icon of={Star} />
              <span aria-hidden className={styles['word']}>
                {t('channels')}
              </span>
              <span aria-hidden className={styles['counts']}>
                {counts === null ? '–' : `${counts.loggedIn}/${counts.total}`}
              </span>
              <Icon of={ChevronDown} className={styles['chevron']} />
            </button>
          }
        >
          <QueuePanel />
        </PopoverPanel>
        <span id="queue-counts" hidden>
          {counts !== null && tQueues('count', { loggedIn: counts.loggedIn, total: counts.total })}
        </span>
        <TimeChip buttonRef={timeChip} isPanelOpen={isPanelOpen} onClick={() => openOrClose(!isPanelOpen)} />
      </div>
      <div className={styles['end']}>
        <UserMenu />
      </div>
    </header>
  );
};
