import type { ReactNode } from 'react';
import type { Problem } from '../../shared/state/problem';
import { useProblemText } from '../i18n/useProblemText';
import { DangerNotice } from './DangerNotice';

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly action?: ReactNode;
}

/** What went wrong and the next step, inside a form or panel. Announced at once. */
export const ProblemNotice = ({ problem, action }: ProblemNoticeProps) => (
  <DangerNotice {...useProblemText()(problem)} action={action} />
);
