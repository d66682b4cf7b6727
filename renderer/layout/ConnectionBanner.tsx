import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/rules/assertNever';
import { appDesktop } from '../desktop/appDesktop';
import { useAppStore } from '../desktop/appStore';
import { useShellStore } from '../desktop/shellStore';
import { useNow } from '../desktop/useNow';
import { ResumeAutomaticPause } from '../features/queues/AutomaticPause';
import { UpdateBanner } from '../features/updates/UpdateBanner';
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

interface ConnectionBannerProps {
  readonly isPasswordSaved: boolean;
  readonly onSavedPasswordRead: () => void;
}

/** The one banner above the content. Its place is always there and announces politely what appears in it, once. */
export const ConnectionBanner = ({ isPasswordSaved, onSavedPasswordRead }: ConnectionBannerProps) => {
  const { t } = useTranslation('shell');
  const connection = useAppStore((state) => state.connection);
  const session = useAppStore((state) => state.session);
  const missedOffers = useShellStore((state) => state.presence?.automaticPause?.missedOffers ?? null);
  const [isLoginNoticeDismissed, setIsLoginNoticeDismissed] = useState(false);
  const wasReloaded = useShellStore((state) => state.wasReloaded);
  const update = useShellStore((state) => state.update);
  const passwordLink = useAppStore((state) => state.passwordLink);
  const { wasOffline, hasComeBack } = useLineMemory();
  const choice = chooseBanner({
    connection,
    wasOffline,
    session,
    missedOffers,
    wasReloaded,
    passwordLink,
    isPasswordSaved,
    isLoginNoticeDismissed,
    update,
  });
  return (
    <div role="status" aria-atomic="false" className={styles['place']}>
      {hasComeBack && <p className="visuallyHidden">{t('banner.reconnected')}</p>}
      {choice !== null && (
        <ChosenBanner
          choice={choice}
          onLoginNoticeRead={() => setIsLoginNoticeDismissed(true)}
          onSavedPasswordRead={onSavedPasswordRead}
        />
      )}
    </div>
  );
};

interface ChosenBannerProps {
  readonly choice: BannerChoice;
  readonly onLoginNoticeRead: () => void;
  readonly onSavedPasswordRead: () => void;
}

const ChosenBanner = ({ choice, onLoginNoticeRead, onSavedPasswordRead }: ChosenBannerProps) => {
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
    case 'page-reloaded':
      return <PageReloadedBanner />;
    case 'password-link':
      return <PasswordLinkBanner canOpen={choice.canOpen} />;
    case 'password-saved':
      return (
        <Banner tone="info" isAnnounced={false} action={<ReadButton onClick={onSavedPasswordRead} />}>
          {t('banner.passwordSaved')}
        </Banner>
      );
    case 'login-not-kept':
      return (
        <Banner tone="warning" isAnnounced={false} action={<ReadButton onClick={onLoginNoticeRead} />}>
          {t('banner.loginNotKept')}
        </Banner>
      );
    case 'update-ready':
      return <UpdateBanner version={choice.version} hasNotes={choice.hasNotes} />;
    default:
      return assertNever(choice);
  }
};

const ReadButton = ({ onClick }: { readonly onClick: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <Button size="small" onClick={onClick}>
      {t('banner.dismiss')}
    </Button>
  );
};

const PageReloadedBanner = () => {
  const { t } = useTranslation('shell');
  const dismiss = useShellStore((state) => state.dismissReloadNotice);
  return (
    <Banner tone="info" isAnnounced={false} action={<ReadButton onClick={dismiss} />}>
      {t('banner.pageReloaded')} <span className={styles['detail']}>{t('banner.nothingLost')}</span>
    </Banner>
  );
};

const PasswordLinkBanner = ({ canOpen }: Pick<Extract<BannerChoice, { kind: 'password-link' }>, 'canOpen'>) => {
  const { t } = useTranslation('shell');
  return (
    <Banner
      tone="info"
      isAnnounced={false}
      action={
        <>
          {canOpen && (
            <Button
              size="small"
              onClick={() => {
                appDesktop.openPasswordLink().catch(reportError);
              }}
            >
              {t('banner.setPassword')}
            </Button>
          )}
          <Button
            size="small"
            variant="ghost"
            onClick={() => {
              appDesktop.dismissPasswordLink().catch(reportError);
            }}
          >
            {t('banner.dismissLink')}
          </Button>
        </>
      }
    >
      {t('banner.passwordLink')} {!canOpen && <span className={styles['detail']}>{t('banner.passwordLinkLater')}</span>}
    </Banner>
  );
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
