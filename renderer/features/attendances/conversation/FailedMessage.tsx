import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { useProblemText } from '../../../i18n/useProblemText';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import type { OutgoingMessage } from '../../../../shared/state/attendances';
import type { Problem } from '../../../../shared/state/problem';
import styles from './FailedMessage.module.css';

interface FailedMessageProps {
  readonly attendanceId: string;
  readonly outgoing: OutgoingMessage;
  readonly problem: Problem;
  readonly isReadOnly: boolean;
}

/** Why a message was not sent, and what to do with it. */
export const FailedMessage = ({ attendanceId, outgoing, problem, isReadOnly }: FailedMessageProps) => {
  const { t } = useTranslation('attendances');
  const { title, nextStep } = useProblemText()(problem);
  const { clientMessageId, text } = outgoing;
  return (
    <div className={styles['failed']}>
      <p className={styles['reason']}>
        <Icon of={CircleAlert} className={styles['icon']} />
        <span>
          <strong>{t('failed.title')}</strong> {title}. {nextStep}
        </span>
      </p>
      <div className={styles['actions']}>
        {!isReadOnly && (
          <Button
            size="small"
            // The same id: should the first try have arrived after all, the platform keeps one message.
            onClick={() => void shellDesktop.sendMessage({ attendanceId, clientMessageId, text }).catch(reportError)}
          >
            {t('tryAgain')}
          </Button>
        )}
        <Button
          size="small"
          variant="ghost"
          onClick={() => void shellDesktop.discardMessage({ attendanceId, clientMessageId }).catch(reportError)}
        >
          {t('failed.discard')}
        </Button>
      </div>
    </div>
  );
};
