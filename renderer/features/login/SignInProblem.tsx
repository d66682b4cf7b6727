import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/rules/clock';
import type { Problem } from '../../../shared/state/problem';
import { useRemainingSeconds } from '../../desktop/useNow';
import { ProblemNotice } from '../../ui/ProblemNotice';
import styles from './SignInProblem.module.css';

/** Why signing in did not work. A wait counts down, and is gone when it is over. */
export const SignInProblem = ({ problem }: { readonly problem: Problem }) => {
  switch (problem.kind) {
    case 'account-locked':
      return <WaitProblem problem={problem} until={problem.until} />;
    case 'too-many-tries':
      return <WaitProblem problem={problem} until={problem.retryAt} />;
    default:
      return <ProblemNotice problem={problem} />;
  }
};

const WaitProblem = ({ problem, until }: { readonly problem: Problem; readonly until: string }) => {
  const { t } = useTranslation('login');
  const remaining = useRemainingSeconds(until);
  if (remaining === 0) return null;
  return (
    <ProblemNotice
      problem={problem}
      action={
        <p role="timer" className={styles['countdown']}>
          {t('waitLeft', { duration: formatDuration(remaining) })}
        </p>
      }
    />
  );
};
