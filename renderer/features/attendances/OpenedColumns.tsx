import { useState } from 'react';
import { MessagesSquare, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '../../i18n/format';
import { useLanguage } from '../../i18n/useLanguage';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { assertNever } from '../../../shared/rules/assertNever';
import type { ConversationState } from '../../../shared/state/attendances';
import { Conversation } from './conversation/Conversation';
import { ConversationHeader } from './conversation/ConversationHeader';
import { AttendanceDetails, PastAttendanceDetails } from './information/AttendanceDetails';
import { CustomerHistory } from './information/CustomerHistory';
import { FinishDialog } from './information/FinishDialog';
import { InformationPanel } from './information/InformationPanel';
import type { OpenedAttendance, useOpenedAttendance } from './useOpenedAttendance';
import styles from './AttendanceModule.module.css';

interface OpenedColumnsProps {
  readonly openedAttendance: ReturnType<typeof useOpenedAttendance>;
  readonly conversation: ConversationState | null;
  readonly isNarrow: boolean;
  readonly onFinished: (customerName: string) => void;
}

/** The second and third column: the open conversation and its information, or what to do while nothing is open. */
export const OpenedColumns = ({ openedAttendance, conversation, isNarrow, onFinished }: OpenedColumnsProps) => {
  const { t } = useTranslation('attendances');
  const { opened, close } = openedAttendance;
  switch (opened.kind) {
    case 'none':
      return (
        <div className={styles['nothing']}>
          <EmptyState icon={MessagesSquare} title={t('nothingOpen.title')}>
            {t('nothingOpen.text')}
          </EmptyState>
        </div>
      );
    case 'gone':
      return (
        <div className={styles['nothing']}>
          <EmptyState
            icon={UserRoundX}
            title={t('gone.title')}
            action={<Button onClick={close}>{t('gone.close')}</Button>}
          >
            {t('gone.text')}
          </EmptyState>
        </div>
      );
    case 'current':
    case 'past':
      return (
        <OpenColumns
          opened={opened}
          openedAttendance={openedAttendance}
          conversation={conversation}
          isNarrow={isNarrow}
          onFinished={onFinished}
        />
      );
    default:
      return assertNever(opened);
  }
};

interface OpenColumnsProps extends OpenedColumnsProps {
  readonly opened: Extract<OpenedAttendance, { readonly kind: 'current' | 'past' }>;
}

const OpenColumns = ({ opened, openedAttendance, conversation, isNarrow, onFinished }: OpenColumnsProps) => {
  const { t } = useTranslation('attendances');
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const [finishingId, setFinishingId] = useState<string | null>(null);
  const since = useSince(opened);
  const attendance = opened.kind === 'current' ? opened.attendance : opened.from;
  const channel = opened.kind === 'current' ? opened.attendance.channel : opened.past.channel;
  const mayFinish = opened.kind === 'current' && attendance.state === 'in-progress';
  const isFinishing = mayFinish && finishingId === attendance.id;
  // Whoever goes to another attendance has given up finishing this one: it is not asked again on coming back.
  if (finishingId !== null && !isFinishing) setFinishingId(null);
  const finishButton = mayFinish && (
    <Button isFullWidth={!isNarrow} onClick={() => setFinishingId(attendance.id)}>
      {t('finish.open')}
    </Button>
  );
  const backButton = opened.kind === 'past' && (
    <Button size="small" onClick={() => openedAttendance.open(attendance.id)}>
      {t('history.back')}
    </Button>
  );
  const closeDrawer = () => setIsDrawerOpen(false);

  return (
    <>
      <section
        className={styles['conversation']}
        aria-label={t('conversation.label', { customer: attendance.customer.name })}
      >
        <ConversationHeader
          customerName={attendance.customer.name}
          channel={channel}
          since={since}
          actions={
            <>
              {backButton}
              {isNarrow && finishButton}
            </>
          }
          panel={isNarrow ? { isOpen: isDrawerOpen, onToggle: () => setIsDrawerOpen(!isDrawerOpen) } : null}
        />
        {conversation !== null && (
          <Conversation
            key={conversation.attendanceId}
            conversation={conversation}
            customerName={attendance.customer.name}
            mode={opened.kind === 'past' ? 'past' : attendance.state === 'in-progress' ? 'write' : 'offer'}
            focusRequest={openedAttendance.focusRequest}
          />
        )}
      </section>
      {(!isNarrow || isDrawerOpen) && (
        <InformationPanel
          onClose={isNarrow ? closeDrawer : null}
          actions={isNarrow || finishButton === false ? null : finishButton}
        >
          {opened.kind === 'past' ? (
            <PastAttendanceDetails past={opened.past} />
          ) : (
            <AttendanceDetails attendance={opened.attendance} />
          )}
          <CustomerHistory
            key={attendance.customer.id}
            customerId={attendance.customer.id}
            openAttendanceId={opened.kind === 'past' ? opened.past.id : attendance.id}
            onOpen={(past) => {
              closeDrawer();
              openedAttendance.openPast(past, attendance);
            }}
          />
        </InformationPanel>
      )}
      {/* Not beside its button, which has another place where the window is narrow: the choice has to outlast that. */}
      {isFinishing && (
        <FinishDialog
          attendance={attendance}
          onClose={() => setFinishingId(null)}
          onFinished={() => onFinished(attendance.customer.name)}
        />
      )}
    </>
  );
};

/** "desde 12:40" for what is going on, the day for what is over. */
const useSince = (opened: OpenColumnsProps['opened']): string => {
  const { t } = useTranslation('attendances');
  const language = useLanguage();
  if (opened.kind === 'past') return t('history.pastOf', { date: formatDate(opened.past.startedAt, language) });
  const { startedAt, arrivedAt } = opened.attendance;
  return t('conversation.since', { time: formatTime(startedAt ?? arrivedAt, language) });
};
