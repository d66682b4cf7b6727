import { CircleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../i18n/useProblemText';
import { Icon } from '../../../ui/Icon';
import { IconButton } from '../../../ui/IconButton';
import type { Problem } from '../../../../shared/state/problem';
import styles from './FailureNotice.module.css';

interface FailureNoticeProps {
  readonly problem: Problem | null;
  readonly onDismiss: () => void;
}

/** Why an offer could not be accepted or rejected: over the foot of the list, announced, without taking the focus. */
export const FailureNotice = ({ problem, onDismiss }: FailureNoticeProps) => {
  const { t: tCommon } = useTranslation('common');
  const describe = useProblemText();
  const text = problem === null ? null : describe(problem);
  return (
    <div role="status" className={styles['place']}>
      {text !== null && (
        <div className={styles['notice']}>
          <Icon of={CircleAlert} className={styles['icon']} />
          <div className={styles['text']}>
            <p className={styles['title']}>{text.title}</p>
            <p>{text.nextStep}</p>
          </div>
          <IconButton label={tCommon('close')} icon={X} size="small" onClick={onDismiss} />
        </div>
      )}
    </div>
  );
};
