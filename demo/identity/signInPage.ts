import { html, inlineStyle } from '../base/markup';
import type { Page } from '../http/pages';

const style = inlineStyle(`
  :root { color-scheme: light dark; font: 16px/24px system-ui, sans-serif; }
  body { max-width: 22rem; margin: 8vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.4rem; line-height: 2rem; }
  label { display: block; margin-top: 1rem; }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; }
  button { margin: 1.5rem .5rem 0 0; padding: .5rem 1.25rem; font: inherit; }
  [role=alert] { color: #c4314b; }
`);

const language = 'pt-BR';
const title = 'Boreal – Entrar';

/** Where a page leads that goes astray: to the app itself, which must not be opened that way. */
export const foreignLink = 'smartspace://reset-password?token=a-token-that-nobody-sent';

export interface SignIn {
  /** Already known, or typed before. */
  readonly email: string;
  readonly isRefused: boolean;
  /** Whether the page leads to a scheme that is not of the web, by itself, by a link and by its form. */
  readonly leadsAstray?: boolean;
}

// The form's answer sends the browser on to the client, at any port of this computer.
const formAction = "'self' http://localhost:* http://127.0.0.1:*";

/** Where somebody of the tenant signs in. `Cancelar` leaves out what was typed. */
export const signInPage = ({ email, isRefused, leadsAstray = false }: SignIn): Page => ({
  language,
  title,
  style,
  policy: { 'form-action': leadsAstray ? `${formAction} smartspace:` : formAction },
  body: html`<main>
    <h1>Entrar na conta Boreal</h1>
    ${isRefused ? html`<p role="alert">E-mail ou senha incorretos.</p>` : []}
    ${leadsAstray ? html`<p><a href="${foreignLink}">Abrir aplicativo</a></p>` : []}
    <form method="post">
      <label for="email">E-mail</label>
      <input id="email" name="email" type="email" autocomplete="username" required value="${email}" />
      <label for="password">Senha</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <button name="action" value="sign-in">Entrar</button>
      <button name="action" value="cancel" formnovalidate>Cancelar</button>
    </form>
  </main>`,
});

/** Where the sign-in of somebody ends whose device the customer's rules refuse. Microsoft's own does not go on, either. */
export const deviceRefusedPage = (description: string): Page => ({
  language,
  title,
  style,
  policy: { 'form-action': formAction },
  body: html`<main>
    <h1>Não é possível acessar daqui</h1>
    <p>A sua empresa só permite entrar de um dispositivo gerenciado.</p>
    <p><code>${description}</code></p>
    <form method="post">
      <button name="action" value="leave-device">Voltar ao aplicativo</button>
    </form>
  </main>`,
});

/** For requests that can't be answered. */
export const errorPage: Page = {
  language,
  title,
  style,
  body: html`<main>
    <h1>Não foi possível continuar</h1>
    <p>Volte ao aplicativo e comece de novo.</p>
  </main>`,
};
