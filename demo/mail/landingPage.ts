import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { EmailLanguage } from '../auth/mailbox';
import { html, inlineStyle, type Markup } from '../base/markup';
import { sendPage, type Page } from '../http/pages';

/** Where the link in an e-mail leads. */
export const landingPath = '/reset-password';
/** Where it leads on to whom the app can't be opened for. */
export const passwordPagePath = '/reset-password/browser';

/** The token of a link, as it stands in addresses. */
export const linkTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,256}$/);
export const languageSchema = z.enum(['pt-BR', 'en']).catch('pt-BR');

const querySchema = z.object({ token: linkTokenSchema.nullable().catch(null), language: languageSchema });

const texts = {
  'pt-BR': {
    heading: 'Definição de senha',
    explanation: 'A senha é definida no Smartspace Desktop, o aplicativo com que você atende.',
    open: 'Abrir no aplicativo',
    otherwise: 'Nada abriu?',
    steps: [
      'Abra este e-mail no computador em que você atende.',
      'Se o Smartspace Desktop ainda não estiver nele, peça ao administrador que o instale, e abra-o uma vez.',
      'Volte a esta página e clique outra vez em “Abrir no aplicativo”.',
    ],
    browser: 'Definir a senha no navegador',
    validity: 'O link funciona uma única vez, por 1 hora. Outro se pede em “Esqueci minha senha”, na tela de login.',
    damagedHeading: 'Este link está incompleto',
    damaged:
      'Clique de novo no link do e-mail ou copie o endereço inteiro. Se não adiantar, peça outro em “Esqueci minha senha”, na tela de login do aplicativo.',
  },
  en: {
    heading: 'Set your password',
    explanation: 'The password is set in Smartspace Desktop, the app you serve customers with.',
    open: 'Open in the app',
    otherwise: 'Nothing opened?',
    steps: [
      'Open this e-mail on the computer you work at.',
      'If Smartspace Desktop is not on it yet, ask your administrator to install it, and open it once.',
      'Come back to this page and click “Open in the app” again.',
    ],
    browser: 'Set the password in the browser',
    validity: 'The link works once, for 1 hour. Ask for another with “Forgot my password” on the login screen.',
    damagedHeading: 'This link is incomplete',
    damaged:
      'Click the link in the e-mail again, or copy its whole address. If that does not help, ask for another with “Forgot my password” on the login screen of the app.',
  },
} as const;

const style = inlineStyle(`
  :root { color-scheme: light dark; font: 16px/24px system-ui, sans-serif; }
  body { max-width: 34rem; margin: 10vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 2rem; }
  h2 { font-size: 1rem; margin-top: 2.5rem; }
  .open { display: inline-block; padding: .75rem 1.5rem; border-radius: 6px; background: #0b5fb0; color: #fff;
    font-weight: 600; text-decoration: none; }
  .open:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`);

const linkBody = (token: string, language: EmailLanguage): Markup => {
  const { heading, explanation, open, otherwise, steps, browser, validity } = texts[language];
  const query = new URLSearchParams({ token, language }).toString();
  return html`<main>
    <h1>${heading}</h1>
    <p>${explanation}</p>
    <p><a class="open" href="smartspace://reset-password?token=${token}">${open}</a></p>
    <h2>${otherwise}</h2>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <p><a href="${passwordPagePath}?${query}">${browser}</a></p>
    <p>${validity}</p>
  </main>`;
};

const damagedBody = (language: EmailLanguage): Markup =>
  html`<main>
    <h1>${texts[language].damagedHeading}</h1>
    <p>${texts[language].damaged}</p>
  </main>`;

/** The page for an address as it arrived. It does not look the token up: only a new password uses it. */
export const landingPage = (query: unknown): Page => {
  const { token, language } = querySchema.parse(query);
  const body = token === null ? damagedBody(language) : linkBody(token, language);
  return { language, title: `Smartspace – ${texts[language].heading}`, style, body };
};

/** What a browser shows of the link in an e-mail, on the platform's own address. */
export const registerLandingPage = (app: FastifyInstance): void => {
  app.get(landingPath, (request, reply) => sendPage(reply, landingPage(request.query)));
};
