import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellStore } from '../../desktop/shellStore';
import { classNames } from '../../ui/classNames';
import { MessageAnnouncer } from './conversation/MessageAnnouncer';
import { AttendanceList } from './list/AttendanceList';
import { OfferAnnouncer } from './list/OfferAnnouncer';
import { OpenedColumns } from './OpenedColumns';
import { useDraftUpkeep } from './useDraftUpkeep';
import { useFocusKeeper } from './useFocusKeeper';
import { useIsNarrow } from './useIsNarrow';
import { useOfferActions } from './useOfferActions';
import { useOpenedAttendance } from './useOpenedAttendance';
import styles from './AttendanceModule.module.css';

/** The attendance module: the list, the open conversation, and what is known of its customer. */
export const AttendanceModule = () => {
  const { t } = useTranslation('attendances');
  const conversation = useShellStore((state) => state.conversation);
  const openedAttendance = useOpenedAttendance();
  const offerActions = useOfferActions(openedAttendance.open);
  const isNarrow = useIsNarrow();
  const [finishedName, setFinishedName] = useState<string | null>(null);
  useDraftUpkeep();

  const { opened } = openedAttendance;
  const openId = opened.kind === 'current' ? opened.attendance.id : opened.kind === 'past' ? opened.from.id : null;
  const module = useFocusKeeper(conversation?.attendanceId ?? null);
  const hasPanel = !isNarrow && (opened.kind === 'current' || opened.kind === 'past');
  return (
    <div ref={module} tabIndex={-1} className={classNames(styles['module'], hasPanel && styles['withPanel'])}>
      <h1 className="visuallyHidden">{t('title')}</h1>
      <AttendanceList openAttendanceId={openId} onOpen={openedAttendance.open} offerActions={offerActions} />
      <OpenedColumns
        openedAttendance={openedAttendance}
        conversation={conversation}
        isNarrow={isNarrow}
        onFinished={setFinishedName}
      />
      <OfferAnnouncer />
      {conversation !== null && <MessageAnnouncer key={conversation.attendanceId} conversation={conversation} />}
      <div role="status" className="visuallyHidden">
        {finishedName !== null && t('finish.done', { customer: finishedName })}
      </div>
    </div>
  );
};
