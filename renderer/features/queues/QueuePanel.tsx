import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../shared/platform/queues';
import { useAppStore } from '../../desktop/appStore';
import { useShellStore } from '../../desktop/shellStore';
import { useLanguage } from '../../i18n/useLanguage';
import { Button } from '../../ui/Button';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { EmptyState } from '../../ui/EmptyState';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton';
import { AutomaticPause } from './AutomaticPause';
import { PlatformLine } from './PlatformLine';
import { useQueueCommands } from './QueueCommands';
import { QueueRow } from './QueueRow';
import { countQueues, groupByChannel, queuesToEnter, queuesToLeave } from './queueSummary';
import styles from './QueuePanel.module.css';

/** What the panel "Canais de atendimento" holds: every queue of the agent, by channel. */
export const QueuePanel = () => {
  const presence = useShellStore((state) => state.presence);
  if (presence === null) return <QueuesLoading />;
  return presence.queues.length === 0 ? <NoQueues /> : <Queues presence={presence} />;
};

const Queues = ({ presence }: { readonly presence: Presence }) => {
  const { t } = useTranslation('queues');
  const { t: tCommon } = useTranslation('common');
  const language = useLanguage();
  const commands = useQueueCommands();
  const isOffline = useAppStore(
    ({ connection, session }) => connection.kind === 'offline' || session.kind !== 'signed-in',
  );
  const heardAt = useShellStore((state) => state.presenceHeardAt);
  const counts = countQueues(presence.queues);
  const idsToEnter = queuesToEnter(presence.queues);
  const idsToLeave = queuesToLeave(presence.queues);
  return (
    <>
      <div className={styles['header']}>
        <div className={styles['heading']}>
          <h2 className={styles['title']}>{t('title')}</h2>
          <p className={styles['count']}>{t('count', { loggedIn: counts.loggedIn, total: counts.total })}</p>
        </div>
        <Button
          size="small"
          isBusy={commands.bulk.kind === 'entering'}
          aria-disabled={isOffline || idsToEnter.length === 0 || undefined}
          onClick={() => commands.enterAll(idsToEnter)}
        >
          {t('enterAll')}
        </Button>
        <Button
          size="small"
          isBusy={commands.bulk.kind === 'leaving'}
          aria-disabled={isOffline || idsToLeave.length === 0 || undefined}
          onClick={() => commands.leaveAll(idsToLeave)}
        >
          {t('leaveAll')}
        </Button>
      </div>
      <div className={styles['list']}>
        <div className={styles['notices']}>
          {isOffline && <Notice>{t('offline')}</Notice>}
          {!isOffline && <AutomaticPause presence={presence} />}
          {commands.bulk.kind === 'failed' && <ProblemNotice problem={commands.bulk.problem} />}
        </div>
        {groupByChannel(presence.queues, language).map(({ channel, queues }) => (
          <section key={channel} aria-label={tCommon(`channel.${channel}`)} className={styles['group']}>
            <h3 className={styles['channel']}>
              <ChannelIcon channel={channel} isNamed={false} />
              {tCommon(`channel.${channel}`)}
            </h3>
            <div>
              {queues.map((queue) => (
                <QueueRow key={queue.id} queue={queue} isOffline={isOffline} />
              ))}
            </div>
          </section>
        ))}
      </div>
      <PlatformLine counts={counts} heardAt={heardAt} />
    </>
  );
};

const NoQueues = () => {
  const { t } = useTranslation('queues');
  return (
    <div className={styles['alone']}>
      <EmptyState icon={Star} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    </div>
  );
};

const QueuesLoading = () => {
  const { t } = useTranslation('queues');
  return (
    <div aria-busy className={styles['loading']}>
      <p className="visuallyHidden">{t('loading')}</p>
      {['first', 'second', 'third', 'fourth'].map((row) => (
        <div key={row} className={styles['loadingRow']}>
          <Skeleton className={styles['loadingName']} />
          <Skeleton className={styles['loadingState']} />
        </div>
      ))}
    </div>
  );
};
