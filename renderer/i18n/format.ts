import type { Language } from '../../shared/state/settings';

/** "09:40" or "9:40 AM", in the agent's own time zone. */
export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(instant));

/** As short as it can't be misread. */
const dateStyles = { 'pt-BR': 'short', en: 'medium' } as const;

/** "22/11/2026" or "Nov 22, 2026", in the agent's own time zone. */
export const formatDate = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: dateStyles[language] }).format(new Date(instant));
