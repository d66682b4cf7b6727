import { useId, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceTimer } from '../../shared/platform/queues';
import { formatDuration } from '../../shared/rules/clock';
import { useAppStore } from '../desktop/appStore';
import { useShellStore } from '../desktop/shellStore';
import { useElapsedSeconds, useNow } from '../desktop/useNow';
import { useAgeText } from '../features/queues/useAgeText';
import { classNames } from '../ui/classNames';
import { Skeleton } from '../ui/Skeleton';
import styles from './TimeChip.module.css';

interface TimeChipProps {
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly isPanelOpen: boolean;
  readonly onClick: () => void;
}

/**
 * The agent's time in queues, as the platform counts it. The timer and the button over it are two elements, because
 * what is inside a button is no timer to a screen reader.
 */
export const TimeChip = ({ buttonRef, isPanelOpen, onClick }: TimeChipProps) => {
  const { t } = useTranslation('shell');
  const timer = useShellStore((state) => state.presence?.timer ?? null);
  const buttonId = useId();
  const wordId = useId();
  const kind = timer?.kind ?? 'unknown';
  return (
    <div className={classNames(styles['chip'], styles[kind])} aria-busy={timer === null || undefined}>
      {timer === null ? (
        <>
          <span id={wordId} className="visuallyHidden">
            {t('time.unknown')}
          </span>
          <Skeleton className={styles['loading']} />
        </>
      ) : (
        <>
          <span className={styles['dot']} aria-hidden />
          <span id={wordId} className={styles['word']} aria-hidden>
            {t(`time.${timer.kind}`)}
          </span>
          <span role="timer" aria-labelledby={wordId} aria-live="off" className={styles['value']}>
            {timer.kind === 'off' ? <Time seconds={0} /> : <RunningTime timer={timer} />}
          </span>
          <StaleAge />
        </>
      )}
      <button
        ref={buttonRef}
        id={buttonId}
        type="button"
        aria-labelledby={`${wordId} ${buttonId}`}
        aria-label={t('time.openQueues')}
        aria-haspopup="dialog"
        aria-expanded={isPanelOpen}
        className={styles['open']}
        onClick={onClick}
      />
    </div>
  );
};

const RunningTime = ({ timer }: { readonly timer: Exclude<PresenceTimer, { kind: 'off' }> }) => {
  const seconds = useElapsedSeconds(timer.since);
  return (
    <>
      {timer.kind === 'paused' && <span className={styles['reason']}>{timer.reasonName}</span>}
      <Time seconds={seconds} />
    </>
  );
};

const Time = ({ seconds }: { readonly seconds: number }) => (
  <span className={styles['time']}>{formatDuration(seconds)}</span>
);

/** Without the platform, what is shown grows old: after ten seconds it says how old. */
const StaleAge = () => {
  const isLive = useAppStore((state) => state.connection.kind === 'live');
  const heardAt = useShellStore((state) => state.presenceHeardAt);
  return isLive || heardAt === null ? null : <Age heardAt={heardAt} />;
};

const Age = ({ heardAt }: { readonly heardAt: number }) => {
  const ageText = useAgeText();
  const now = useNow();
  return now - heardAt < 10_000 ? null : <span className={styles['age']}>{ageText(heardAt, now)}</span>;
};
