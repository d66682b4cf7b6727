import { passwordRules, type PasswordRule } from '../../shared/rules/passwordPolicy';
import type { EmailLanguage } from '../auth/mailbox';
import { html, inlineStyle, type Markup } from '../base/markup';
import type { Page } from '../http/pages';
import { passwordPageTexts, type LinkRefusal } from './texts';

const style = inlineStyle(`
  :root { color-scheme: light dark; font: 16px/24px system-ui, sans-serif; }
  body { max-width: 26rem; margin: 10vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 2rem; }
  label { display: block; margin-top: 1rem; }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; }
  button { margin-top: 1.5rem; padding: .75rem 1.5rem; border: 0; border-radius: 6px; background: #0b5fb0; color: #fff;
    font: inherit; font-weight: 600; }
  button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
  [role=alert] { padding: .75rem 1rem; border-left: 4px solid #c4314b; }
`);

const write = (language: EmailLanguage, body: Markup, policy: Page['policy'] = {}): Page => {
  const title = `Smartspace – ${passwordPageTexts[language].heading}`;
  return { language, title, style, body: html`<main>${body}</main>`, policy };
};

const list = (language: EmailLanguage, rules: readonly PasswordRule[]): Markup =>
  html`<ul>
    ${rules.map((rule) => html`<li>${passwordPageTexts[language].rules[rule]}</li>`)}
  </ul>`;

/** What was wrong with what was sent before. */
export type Mistake =
  { readonly kind: 'mismatch' } | { readonly kind: 'policy'; readonly unmet: readonly PasswordRule[] };

const alert = (language: EmailLanguage, mistake: Mistake): Markup => {
  const { mismatch, unmet } = passwordPageTexts[language];
  return mistake.kind === 'mismatch'
    ? html`<p role="alert">${mismatch}</p>`
    : html`<div role="alert">${unmet} ${list(language, mistake.unmet)}</div>`;
};

export interface FormContent {
  readonly token: string;
  /** Whose password it sets. */
  readonly email: string;
  readonly mistake: Mistake | null;
}

/** The form. A password that was sent before does not come back in it. */
export const formPage = (language: EmailLanguage, { token, email, mistake }: FormContent): Page => {
  const { heading, whose, password, confirmation, policy, save } = passwordPageTexts[language];
  const body = html`<h1>${heading}</h1>
    <p>${whose(email)}</p>
    ${mistake ? alert(language, mistake) : []}
    <form method="post">
      <input type="hidden" name="token" value="${token}" />
      <input type="hidden" name="language" value="${language}" />
      <input type="hidden" name="username" autocomplete="username" value="${email}" />
      <label for="password">${password}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="new-password"
        aria-describedby="policy"
        maxlength="256"
        required
      />
      <label for="confirmation">${confirmation}</label>
      <input
        id="confirmation"
        name="confirmation"
        type="password"
        autocomplete="new-password"
        maxlength="256"
        required
      />
      <div id="policy">
        <p>${policy}</p>
        ${list(language, passwordRules)}
      </div>
      <button>${save}</button>
    </form>`;
  return write(language, body, { 'form-action': "'self'" });
};

export const donePage = (language: EmailLanguage): Page => {
  const { doneHeading, done } = passwordPageTexts[language];
  const body = html`<h1>${doneHeading}</h1>
    <p role="status">${done}</p>`;
  return write(language, body);
};

export const refusedPage = (language: EmailLanguage, reason: LinkRefusal): Page => {
  const { refusedHeading, refusals, anotherLink } = passwordPageTexts[language];
  const body = html`<h1>${refusedHeading}</h1>
    <p>${refusals[reason]}</p>
    ${reason === 'self-managed' ? [] : html`<p>${anotherLink}</p>`}`;
  return write(language, body);
};

export const busyPage = (language: EmailLanguage): Page => {
  const { busyHeading, busy } = passwordPageTexts[language];
  const body = html`<h1>${busyHeading}</h1>
    <p>${busy}</p>`;
  return write(language, body);
};
