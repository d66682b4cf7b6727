import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/state/problem';
import { problemText, type ProblemText } from './problemText';
import { useLanguage } from './useLanguage';

/** `problemText` in the language being shown. */
export const useProblemText = (): ((problem: Problem) => ProblemText) => {
  const { t } = useTranslation('problems');
  const language = useLanguage();
  return (problem) => problemText(problem, t, language);
};
