import type { Language } from '../../../shared/state/settings';
import type { Fetch } from '../platform/fetch';
import type { SignInAddress } from './popupRules';

const words: Readonly<Record<Language, { readonly done: string; readonly failed: string }>> = {
  'pt-BR': {
    done: 'Pronto. Você já pode fechar esta página e voltar ao Smartspace.',
    failed: 'A entrada não foi concluída. Volte ao Smartspace.',
  },
  en: {
    done: 'Done. You can close this page and go back to Smartspace.',
    failed: 'You were not signed in. Go back to Smartspace.',
  },
};

const page = (language: Language, text: string): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Smartspace</title>` +
  `<body style="font: 16px/24px system-ui, sans-serif; margin: 20vh auto; max-width: 30rem; text-align: center">${text}`;

/** What a browser shows once the answer has reached this app. */
export const answerPages = (
  language: Language,
): { readonly successTemplate: string; readonly errorTemplate: string } => ({
  successTemplate: page(language, words[language].done),
  errorTemplate: page(language, words[language].failed),
});

/**
 * Ends the library's wait for an answer, which nothing of its own does: gives it the answer of an agent who said no. It
 * then stops listening.
 */
export const declineSignIn = async (fetch: Fetch, { redirectOrigin, state }: SignInAddress): Promise<void> => {
  const form = new URLSearchParams({ error: 'access_denied', state });
  try {
    // It listens on the older of the two addresses that `localhost` may stand for.
    const { port } = new URL(redirectOrigin);
    await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form });
  } catch {
    // Nobody listens any more.
  }
};
