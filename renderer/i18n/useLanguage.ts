import { useTranslation } from 'react-i18next';
import { languageSchema, type Language } from '../../shared/state/settings';

/** The language being shown; the component draws again when it changes. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return languageSchema.catch('pt-BR').parse(i18n.language);
};
