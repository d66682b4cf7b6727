import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/classNames';
import { Button } from '../../../ui/Button';
import { ChannelIcon } from '../../../ui/ChannelIcon';
import { TimerText } from '../../../ui/TimerText';
import { Tooltip } from '../../../ui/Tooltip';
import { useAppStore } from '../../../desktop/appStore';
import { useElapsedSeconds, useNow } from '../../../desktop/useNow';
import type { Attendance } from '../../../../shared/platform/attendances';
import { ringingOffer, type Offer } from '../rules/attendanceSections';
import { readCountdown } from '../rules/countdown';
import type { OfferActions } from '../useOfferActions';
import { OfferCountdown } from './OfferCountdown';
import styles from './AwaitingItem.module.css';

interface AwaitingItemProps {
  readonly attendance: Attendance;
  readonly isOpen: boolean;
  readonly onOpen: (attendanceId: string) => void;
  readonly offerActions: OfferActions;
}

/** An attendance that waits in a queue, or an offer. One turns into the other without a pixel moving. */
export const AwaitingItem = ({ attendance, isOpen, onOpen, offerActions }: AwaitingItemProps) => {
  const { id, channel, customer, queue, origin } = attendance;
  const offer = ringingOffer(attendance);
  const summaryId = useId();
  const summary = (
    <>
      <ChannelIcon channel={channel} />
      <span className={styles['name']}>{customer.name}</span>
      <span className={styles['origin']}>
        {queue.name} · {origin}
      </span>
    </>
  );
  return (
    <li className={classNames(styles['item'], offer !== null && styles['offered'], isOpen && styles['open'])}>
      {offer === null ? (
        <div id={summaryId} className={styles['summary']}>
          {summary}
        </div>
      ) : (
        <button
          type="button"
          id={summaryId}
          className={styles['summary']}
          aria-current={isOpen || undefined}
          onClick={() => onOpen(id)}
        >
          {summary}
        </button>
      )}
      <span className={styles['time']}>
        {offer === null ? <WaitingTime since={attendance.arrivedAt} /> : <OfferCountdown offer={offer} />}
      </span>
      <OfferButtons attendanceId={id} offer={offer} summaryId={summaryId} offerActions={offerActions} />
    </li>
  );
};

const WaitingTime = ({ since }: { readonly since: string }) => {
  const { t } = useTranslation('attendances');
  return <TimerText seconds={useElapsedSeconds(since)} tone="muted" label={t('awaiting.waitingTime')} />;
};

interface OfferButtonsProps {
  readonly attendanceId: string;
  readonly offer: Offer | null;
  /** The element that says whose attendance these buttons are for. */
  readonly summaryId: string;
  readonly offerActions: OfferActions;
}

const OfferButtons = ({ attendanceId, offer, summaryId, offerActions }: OfferButtonsProps) => {
  const { t } = useTranslation('attendances');
  const explanationId = useId();
  const clockOffset = useAppStore((state) => state.clockOffset);
  const now = useNow();
  // It stays until the platform takes it back; but accepting it now would only fail.
  const isOver = offer !== null && readCountdown(offer, now, clockOffset).seconds === 0;
  const underWay = offerActions.underWay[attendanceId];
  const canAnswer = offer !== null && !isOver && underWay === undefined;
  const explanation =
    offer === null ? t('awaiting.inQueueExplanation') : isOver ? t('offer.over') : t('offer.acceptHint');
  return (
    <div className={styles['buttons']}>
      <Tooltip text={explanation}>
        <Button
          size="small"
          variant={offer === null ? 'secondary' : 'primary'}
          data-list-stop
          isBusy={underWay === 'accept'}
          aria-disabled={!canAnswer}
          aria-describedby={`${summaryId} ${explanationId}`}
          onClick={() => offerActions.accept(attendanceId)}
        >
          {offer === null ? t('awaiting.inQueue') : t('offer.accept')}
        </Button>
      </Tooltip>
      <span id={explanationId} hidden>
        {offer === null || isOver ? explanation : ''}
      </span>
      {offer !== null && (
        <Button
          size="small"
          isBusy={underWay === 'reject'}
          aria-disabled={!canAnswer}
          aria-describedby={summaryId}
          onClick={() => offerActions.reject(attendanceId)}
        >
          {t('offer.reject')}
        </Button>
      )}
    </div>
  );
};
