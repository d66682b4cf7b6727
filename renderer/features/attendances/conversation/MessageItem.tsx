import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/useLanguage';
import { classNames } from '../../../ui/classNames';
import type { MessageRow } from '../rules/messageRows';
import { Delivery } from './Delivery';
import { FailedMessage } from './FailedMessage';
import { MessageText } from './MessageText';
import styles from './MessageItem.module.css';

interface MessageItemProps {
  readonly row: MessageRow;
  readonly attendanceId: string;
  readonly customerName: string;
  readonly agentName: string;
  readonly isReadOnly: boolean;
}

/** One message: the customer's on the left, agents' on the right, the platform's in the middle. */
export const MessageItem = ({ row, attendanceId, customerName, agentName, isReadOnly }: MessageItemProps) => {
  const { t } = useTranslation('attendances');
  const language = useLanguage();
  const isOutgoing = row.kind === 'outgoing';
  const text = isOutgoing ? row.outgoing.text : row.message.text;
  const direction = isOutgoing ? 'from-agent' : row.message.direction;
  const authorName = isOutgoing ? agentName : row.message.authorName;
  const time = formatTime(new Date(row.at).toISOString(), language);

  if (direction === 'system') {
    return (
      <p className={styles['system']}>
        <MessageText text={text} /> · <time>{time}</time>
      </p>
    );
  }

  const isOwn = direction === 'from-agent' && authorName === agentName;
  const isAuthorKnown = isOwn || (direction === 'from-customer' && authorName === customerName);
  const failure = isOutgoing && row.outgoing.state.kind === 'failed' ? row.outgoing.state.problem : null;
  return (
    <div
      className={classNames(
        styles['message'],
        direction === 'from-agent' && styles['right'],
        row.startsGroup && styles['starts'],
      )}
    >
      {row.startsGroup && (
        <span className={isAuthorKnown ? 'visuallyHidden' : styles['author']}>
          {isOwn ? t('conversation.own') : authorName}
        </span>
      )}
      <div
        className={classNames(
          styles['bubble'],
          direction === 'from-agent' && styles['fromAgent'],
          isOutgoing && styles['pending'],
          failure !== null && styles['failed'],
        )}
      >
        <MessageText text={text} />
      </div>
      {failure !== null && isOutgoing && (
        <FailedMessage attendanceId={attendanceId} outgoing={row.outgoing} problem={failure} isReadOnly={isReadOnly} />
      )}
      {row.endsGroup && failure === null && (
        <span className={styles['meta']}>
          <time>{time}</time>
          {direction === 'from-agent' && <Delivery state={isOutgoing ? 'sending' : row.message.delivery} />}
        </span>
      )}
    </div>
  );
};
