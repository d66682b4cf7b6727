import { useTranslation } from 'react-i18next';
import { MessageCircleOff } from 'lucide-react';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { useAppStore } from '../../../desktop/appStore';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import type { ConversationState } from '../../../../shared/state/attendances';
import { Composer } from './Composer';
import { ConversationSkeleton } from './ConversationSkeleton';
import { MessageList } from './MessageList';
import styles from './Conversation.module.css';

/** What the agent may do in the conversation: write, only look because it is still an offer, or read what is over. */
export type ConversationMode = 'write' | 'offer' | 'past';

interface ConversationProps {
  readonly conversation: ConversationState;
  readonly customerName: string;
  readonly mode: ConversationMode;
  /** Changes when the agent asked for this conversation: then, and only then, the focus goes to the text box. */
  readonly focusRequest: number;
}

/** The messages of the open attendance and the box to answer in. */
export const Conversation = ({ conversation, customerName, mode, focusRequest }: ConversationProps) => {
  const { t } = useTranslation('attendances');
  const session = useAppStore((state) => state.session);
  const { attendanceId, load, messages, outgoing } = conversation;
  const agentName = session.kind === 'signed-in' || session.kind === 'expired' ? session.agent.name : '';
  const isEmpty = messages.length === 0 && outgoing.length === 0;
  return (
    <>
      {isEmpty && load.kind === 'loading' && <ConversationSkeleton />}
      {isEmpty && load.kind === 'loaded' && (
        <div className={styles['middle']}>
          <EmptyState icon={MessageCircleOff} title={t('conversation.empty')}>
            {mode === 'write' && t('conversation.emptyNextStep')}
          </EmptyState>
        </div>
      )}
      {isEmpty && load.kind === 'failed' && <div className={styles['middle']} />}
      {!isEmpty && (
        <MessageList
          conversation={conversation}
          customerName={customerName}
          agentName={agentName}
          isReadOnly={mode !== 'write'}
        />
      )}
      {load.kind === 'failed' && (
        <div className={styles['problem']}>
          <ProblemNotice
            problem={load.problem}
            action={
              <Button
                size="small"
                className={styles['retry']}
                onClick={() => void shellDesktop.openAttendance({ attendanceId }).catch(reportError)}
              >
                {t('tryAgain')}
              </Button>
            }
          />
        </div>
      )}
      {mode === 'write' ? (
        <Composer key={attendanceId} attendanceId={attendanceId} focusRequest={focusRequest} />
      ) : (
        <p className={styles['readOnly']}>{t(`conversation.readOnly.${mode}`)}</p>
      )}
    </>
  );
};
