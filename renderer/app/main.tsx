import './strictParsing';
import '../ui/base.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { parseLanguage } from '../../shared/state/settings';
import { connectAppStore, useAppStore } from '../desktop/appStore';
import { changeLanguage, startTexts } from '../i18n/i18n';
import { App } from './App';
import { reportDefects } from './defects';
import { loadShell } from './loadShell';
import { pageKindSchema } from './pageKind';

const rootOptions = {
  onCaughtError: reportError,
  onUncaughtError: reportError,
  onRecoverableError: reportError,
};

const start = async (root: HTMLElement): Promise<void> => {
  const page = pageKindSchema.safeParse(root.dataset['page']).data ?? 'login';
  const textsStarted = startTexts(parseLanguage(document.documentElement.lang));
  const shellLoaded = page === 'login' ? null : textsStarted.then(loadShell).catch(reportError);
  // Main is asked while the texts load; a login's first drawing still takes the store's initial state, as its markup did.
  const connected = connectAppStore();
  await textsStarted;
  useAppStore.subscribe(({ settings }) => {
    if (settings !== null) changeLanguage(settings.effectiveLanguage).catch(reportError);
  });
  if (shellLoaded === null) {
    hydrateRoot(root, <App page={page} />, rootOptions);
  } else {
    // The empty shell needs no script: it stays until the real one can take its place in one drawing.
    await Promise.all([shellLoaded, connected]);
    createRoot(root, rootOptions).render(<App page={page} />);
  }
  await connected;
};

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
reportDefects();
start(root).catch(reportError);
