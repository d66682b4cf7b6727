import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { parseLanguage, type Language } from '../../shared/state/settings';
import { loadTextBundle, type TextBundle } from './texts';

const loadedBundles = new Set<TextBundle>();
let wantedLanguage: Language | null = null;

const addBundle = async (bundle: TextBundle, language: Language): Promise<void> => {
  const texts = await loadTextBundle(bundle, language);
  for (const [namespace, resources] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, resources);
};

/** Starts with one language and the first screen's texts. */
export const startTexts = async (language: Language): Promise<void> => {
  wantedLanguage = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  loadedBundles.add('first');
  await addBundle('first', language);
};

/** Adds a bundle of texts in the language of the moment; from then on it follows the language. */
export const loadTexts = async (bundle: TextBundle): Promise<void> => {
  loadedBundles.add(bundle);
  await addBundle(bundle, currentLanguage());
};

/** Shows everything in another language, once all its texts are there. The last wish wins. */
export const changeLanguage = async (language: Language): Promise<void> => {
  if (wantedLanguage === language) return;
  wantedLanguage = language;
  await Promise.all([...loadedBundles].map((bundle) => addBundle(bundle, language)));
  if (wantedLanguage !== language) return;
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};

/** The language being shown. */
export const currentLanguage = (): Language => parseLanguage(i18next.language);
