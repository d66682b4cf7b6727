import type { Language } from '../../shared/state/settings';

/** "12:40" in the agent's own time zone. */
export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** "22 de nov. de 2026" or "Nov 22, 2026", in the agent's own time zone. */
export const formatDate = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(instant));
