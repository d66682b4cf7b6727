import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/rules/assertNever';
import { appDesktop } from '../desktop/appDesktop';
import { useAppStore } from '../desktop/appStore';
import { useShellStore } from '../desktop/shellStore';
import { useNow } from '../desktop/useNow';
import { ResumeAutomaticPause } from '../features/queues/AutomaticPause';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { chooseBanner, rememberOffline, secondsUntil, type BannerChoice } from './banner';
import styles from './ConnectionBanner.module.css';

/** What the line was before: states of the past, so they are kept beside the connection's own. */
const useLineMemory = () => {
  const connection = useAppStore((state) => state.connection);
  const [memory, setMemory] = useState({
    connection,
    wasOffline: rememberOffline(false, connection),
    hasComeBack: false,
  });
  if (memory.connection === connection) return memory;
  const next = {
    connection,
    wasOffline: rememberOffline(memory.wasOffline, connection),
    hasComeBack: connection.kind === 'live' && (memory.wasOffline || memory.hasComeBack),
  };
  setMemory(next);
  return next;
};

/** The one banner above the content. Its place is always there and announces politely what appears in it, once. */
export const ConnectionBanner = () => {
  const { t } = useTranslation('shell');
  const connection = useAppStore((state) => state.connection);
  const session = useAppStore((state) => state.session);
  const missedOffers = useShellStore((state) => state.presence?.automaticPause?.missedOffers ?? null);
  const [isLoginNoticeDismissed, setIsLoginNoticeDismissed] = useState(false);
  const { wasOffline, hasComeBack } = useLineMemory();
  const choice = chooseBanner({ connection, wasOffline, session, missedOffers, isLoginNoticeDismissed });
  return (
    <div role="status" aria-atomic="false" className={styles['place']}>
      {hasComeBack && <p className="visuallyHidden">{t('banner.reconnected')}</p>}
      {choice !== null && <ChosenBanner choice={choice} onDismiss={() => setIsLoginNoticeDismissed(true)} />}
    </div>
  );
};

interface ChosenBannerProps {
  readonly choice: BannerChoice;
  readonly onDismiss: () => void;
}

const ChosenBanner = ({ choice, onDismiss }: ChosenBannerProps) => {
  const { t } = useTranslation('shell');
  switch (choice.kind) {
    case 'offline':
      return <OfflineBanner connection={choice.connection} />;
    case 'reconnecting':
      return (
        <Banner tone="info" isAnnounced={false} action={<Spinner />}>
          {t('banner.reconnecting')}
        </Banner>
      );
    case 'automatic-pause':
      return <AutomaticPauseBanner missedOffers={choice.missedOffers} />;
    case 'login-not-kept':
      return (
        <Banner
          tone="warning"
          isAnnounced={false}
          action={
            <Button size="small" onClick={onDismiss}>
              {t('banner.dismiss')}
            </Button>
          }
        >
          {t('banner.loginNotKept')}
        </Banner>
      );
    default:
      return assertNever(choice);
  }
};

const OfflineBanner = ({ connection }: Pick<Extract<BannerChoice, { kind: 'offline' }>, 'connection'>) => {
  const { t } = useTranslation('shell');
  const { nextTryAt } = connection;
  return (
    <Banner
      tone="warning"
      isAnnounced={false}
      action={
        <Button
          size="small"
          isBusy={nextTryAt === null}
          onClick={() => {
            appDesktop.retryConnection().catch(reportError);
          }}
        >
          {t('banner.retry')}
        </Button>
      }
    >
      <strong className={styles['strong']}>{t('banner.offline')}</strong>{' '}
      <span aria-live="off">{nextTryAt === null ? t('banner.trying') : <Countdown nextTryAt={nextTryAt} />}</span>{' '}
      <span className={styles['detail']}>{t('banner.kept')}</span>
    </Banner>
  );
};

const Countdown = ({ nextTryAt }: { readonly nextTryAt: number }) => {
  const { t } = useTranslation('shell');
  return <span className="tabular">{t('banner.nextTry', { seconds: secondsUntil(nextTryAt, useNow()) })}</span>;
};

const AutomaticPauseBanner = ({ missedOffers }: { readonly missedOffers: number }) => {
  const { t } = useTranslation('queues');
  const presence = useShellStore((state) => state.presence);
  return (
    <Banner
      tone="warning"
      isAnnounced={false}
      action={presence !== null && <ResumeAutomaticPause presence={presence} />}
    >
      {t('automaticPause', { count: missedOffers })}
    </Banner>
  );
};
