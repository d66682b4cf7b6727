import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellStore } from '../../../desktop/shellStore';
import { splitIntoSections } from '../rules/attendanceSections';
import type { OfferActions } from '../useOfferActions';
import { AttendanceListSkeleton } from './AttendanceListSkeleton';
import { AwaitingItem } from './AwaitingItem';
import { FailureNotice } from './FailureNotice';
import { InProgressItem } from './InProgressItem';
import { ListSection } from './ListSection';
import styles from './AttendanceList.module.css';

interface AttendanceListProps {
  readonly openAttendanceId: string | null;
  readonly onOpen: (attendanceId: string) => void;
  readonly offerActions: OfferActions;
}

/** Waiting items beyond this are only counted: nobody works through more, and each one ticks. */
const waitingLimit = 50;

const stopSelector = '[data-list-stop]';

/** Arrow keys, Home and End go from item to item, through both sections. */
const moveWithKeys = (event: KeyboardEvent<HTMLElement>) => {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(stopSelector)];
  const item = event.target instanceof Element ? event.target.closest('li') : null;
  const current = stops.findIndex((stop) => item?.contains(stop) === true);
  if (current === -1) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(current + 1, stops.length - 1),
    ArrowUp: Math.max(current - 1, 0),
    Home: 0,
    End: stops.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  stops[target]?.focus();
};

/** The first column: what waits, and what the agent has in progress. */
export const AttendanceList = ({ openAttendanceId, onOpen, offerActions }: AttendanceListProps) => {
  const { t } = useTranslation('attendances');
  const attendances = useShellStore((state) => state.attendances);
  const areLoaded = useShellStore((state) => state.areAttendancesLoaded);
  const isInQueue = useShellStore((state) => state.presence?.queues.some(({ state }) => state.kind !== 'logged-out'));
  const { awaiting, inProgress } = splitIntoSections(attendances);
  const shown = awaiting.filter(({ state }, index) => state === 'offered' || index < waitingLimit);
  const hiddenCount = awaiting.length - shown.length;

  return (
    <div className={styles['list']} onKeyDown={moveWithKeys}>
      <ListSection
        title={t('awaiting.title')}
        count={areLoaded ? awaiting.length : null}
        className={styles['awaiting']}
        emptyText={isInQueue === false ? t('awaiting.emptyLoggedOut') : t('awaiting.empty')}
        skeleton={<AttendanceListSkeleton kind="awaiting" count={1} />}
        footer={hiddenCount > 0 && <p className={styles['more']}>{t('awaiting.more', { count: hiddenCount })}</p>}
      >
        {shown.map((attendance) => (
          <AwaitingItem
            key={attendance.id}
            attendance={attendance}
            isOpen={attendance.id === openAttendanceId}
            onOpen={onOpen}
            offerActions={offerActions}
          />
        ))}
      </ListSection>
      <ListSection
        title={t('inProgress.title')}
        count={areLoaded ? inProgress.length : null}
        className={styles['inProgress']}
        emptyText={t('inProgress.empty')}
        skeleton={<AttendanceListSkeleton kind="in-progress" count={3} />}
      >
        {inProgress.map((attendance) => (
          <InProgressItem
            key={attendance.id}
            attendance={attendance}
            isOpen={attendance.id === openAttendanceId}
            onOpen={onOpen}
          />
        ))}
      </ListSection>
      <FailureNotice problem={offerActions.failure} onDismiss={offerActions.dismissFailure} />
    </div>
  );
};
