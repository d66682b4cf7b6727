import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/rules/clock';
import type { Problem } from '../../../shared/state/problem';
import { useRemainingSeconds } from '../../desktop/useNow';
import { ProblemNotice } from '../../ui/ProblemNotice';
import styles from './SignInProblem.module.css';

/** The instant until which trying again is of no use, or null where it may help at once. */
const waitsUntil = (problem: Problem): string | null => {
  if (problem.kind === 'account-locked') return problem.until;
  return problem.kind === 'too-many-tries' ? problem.retryAt : null;
};

/** Why signing in did not work. A wait counts down, and is gone when it is over. */
export const SignInProblem = ({ problem }: { readonly problem: Problem }) => {
  const until = waitsUntil(problem);
  return until === null ? <ProblemNotice problem={problem} /> : <WaitProblem problem={problem} until={until} />;
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
