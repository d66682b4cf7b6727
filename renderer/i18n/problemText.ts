import type { TFunction } from 'i18next';
import { assertNever } from '../../shared/rules/assertNever';
import type { Language } from '../../shared/state/settings';
import type { Problem } from '../../shared/state/problem';
import { formatTime } from './format';

/** What happened, and what the agent can do about it. */
export interface ProblemText {
  readonly title: string;
  readonly nextStep: string;
}

/** One clear text for each kind of problem, with times as the agent's clock shows them. */
export const problemText = (problem: Problem, t: TFunction<'problems'>, language: Language): ProblemText => {
  switch (problem.kind) {
    case 'no-network':
    case 'wrong-password':
    case 'attendances-in-progress':
    case 'offer-gone':
    case 'at-capacity':
    case 'already-finished':
    case 'password-policy':
    // These two are told in more words where there is room for them.
    case 'reset-link-refused':
    case 'microsoft-sign-in':
      return { title: t(`${problem.kind}.title`), nextStep: t(`${problem.kind}.nextStep`) };
    case 'certificate-not-trusted':
      return {
        title: t('certificate-not-trusted.title'),
        nextStep: t('certificate-not-trusted.nextStep', { host: problem.host }),
      };
    case 'platform-down':
      return {
        title: t('platform-down.title'),
        nextStep:
          problem.status === null
            ? t('platform-down.nextStep')
            : t('platform-down.nextStepWithStatus', { status: problem.status }),
      };
    case 'answer-not-understood':
      return {
        title: t('answer-not-understood.title'),
        nextStep: t('answer-not-understood.nextStep', { detail: problem.detail }),
      };
    case 'account-locked':
      return {
        title: t('account-locked.title', { time: formatTime(problem.until, language) }),
        nextStep: t('account-locked.nextStep'),
      };
    case 'too-many-tries':
      return {
        title: t('too-many-tries.title'),
        nextStep: t('too-many-tries.nextStep', { time: formatTime(problem.retryAt, language) }),
      };
    case 'session-ended':
      return { title: t(`session-ended.${problem.reason}`), nextStep: t('session-ended.nextStep') };
    case 'refused':
      return { title: t('refused.title'), nextStep: t('refused.nextStep', { code: problem.code }) };
    case 'unexpected':
      return { title: t('unexpected.title'), nextStep: t('unexpected.nextStep', { incident: problem.incident }) };
    default:
      return assertNever(problem);
  }
};
