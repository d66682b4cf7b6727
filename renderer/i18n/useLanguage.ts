import { useTranslation } from 'react-i18next';
import { parseLanguage, type Language } from '../../shared/state/settings';

/** The language being shown; the component draws again when it changes. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return parseLanguage(i18n.language);
};
