import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../../desktop/appStore';
import { useNow } from '../../../desktop/useNow';
import { classNames } from '../../../ui/classNames';
import type { Offer } from '../rules/attendanceSections';
import { formatCountdown, readCountdown } from '../rules/countdown';
import styles from './OfferCountdown.module.css';

/** In seconds: from here on the countdown shows that it is about to run out. */
const closeToTheEnd = 5;

/** The seconds an offer still rings, and a bar that empties along the item's lower edge. */
export const OfferCountdown = ({ offer }: { readonly offer: Offer }) => {
  const { t } = useTranslation('attendances');
  const clockOffset = useAppStore((state) => state.clockOffset);
  const { seconds, share } = readCountdown(offer, useNow(), clockOffset);
  const isUrgent = seconds <= closeToTheEnd;
  return (
    <>
      <span
        role="timer"
        aria-label={t('offer.timeLeft')}
        className={classNames(styles['seconds'], isUrgent && styles['urgent'])}
      >
        {formatCountdown(seconds)}
      </span>
      <span className={styles['track']} aria-hidden>
        <span
          className={classNames(styles['bar'], isUrgent && styles['urgentBar'])}
          style={{ transform: `scaleX(${share})` }}
        />
      </span>
    </>
  );
};
