import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import type { Problem } from '../../shared/state/problem';
import { useProblemText } from '../i18n/useProblemText';
import { Icon } from './Icon';
import styles from './Notice.module.css';

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly action?: ReactNode;
}

/** What went wrong and the next step, inside a form or panel. Announced at once. */
export const ProblemNotice = ({ problem, action }: ProblemNoticeProps) => {
  const { title, nextStep } = useProblemText()(problem);
  return (
    <div role="alert" className={styles['danger']}>
      <Icon of={CircleAlert} className={styles['icon']} />
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        <p>{nextStep}</p>
        {action}
      </div>
    </div>
  );
};
