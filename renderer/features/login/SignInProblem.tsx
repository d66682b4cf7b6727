import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/rules/clock';
import type { Problem } from '../../../shared/state/problem';
import { useRemainingSeconds } from '../../desktop/useNow';
import { ProblemNotice } from '../../ui/ProblemNotice';
import type { LaterParts } from './useLaterParts';
import styles from './SignInProblem.module.css';

/** The instant until which trying again is of no use, or null where it may help at once. */
const waitsUntil = (problem: Problem): string | null => {
  if (problem.kind === 'account-locked') return problem.until;
  return problem.kind === 'too-many-tries' ? problem.retryAt : null;
};

interface SignInProblemProps {
  readonly problem: Problem;
  /** Null until they are loaded. */
  readonly parts: LaterParts | null;
  /** Null where a policy decides where Microsoft is signed in with. */
  readonly onUseBrowser: (() => void) | null;
}

/** Why signing in did not work. A wait counts down, and is gone when it is over. */
export const SignInProblem = ({ problem, parts, onUseBrowser }: SignInProblemProps) => {
  const until = waitsUntil(problem);
  if (until !== null) return <WaitProblem problem={problem} until={until} />;
  if (problem.kind === 'microsoft-sign-in' && parts !== null) {
    return <parts.MicrosoftProblem problem={problem} onUseBrowser={onUseBrowser} />;
  }
  return <ProblemNotice problem={problem} />;
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
