import { renderToString } from 'react-dom/server';
import type { Language } from '../../shared/state/settings';
import { App } from '../app/App';
import type { PageKind } from '../app/pageKind';
import { startTexts } from '../i18n/i18n';

/** The markup of a page as it is before anything is known of the session. The page's script takes it over as it is. */
export const renderPage = async (page: PageKind, language: Language): Promise<string> => {
  await startTexts(language);
  return renderToString(<App page={page} />);
};
