import type { SentEmail } from '../auth/mailbox';
import { html } from '../base/markup';
import { landingPath } from './landingPage';
import { emailTexts } from './emailTexts';

/** An e-mail as it goes out. */
export interface ComposedEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The address of the page that the link in an e-mail opens. */
export const landingAddress = (
  platformUrl: string,
  { token, language }: Pick<SentEmail, 'token' | 'language'>,
): string => {
  const address = new URL(landingPath, platformUrl);
  address.searchParams.set('token', token);
  // Portuguese is what the page speaks anyway.
  if (language !== 'pt-BR') address.searchParams.set('language', language);
  return address.href;
};

const font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Writes an e-mail. The layout is what mail programs understand: tables and styles on the elements. */
export const composeEmail = (email: SentEmail, platformUrl: string): ComposedEmail => {
  const texts = emailTexts[email.template][email.language];
  const address = landingAddress(platformUrl, email);
  const greeting = texts.greeting(email.name);
  const page = html`<html lang="${email.language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${texts.subject}</title>
    </head>
    <body style="margin:0;padding:24px 12px;background:#f2f4f7;color:#1b2430;${font};font-size:16px;line-height:24px">
      <table
        role="presentation"
        align="center"
        width="560"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="max-width:100%"
      >
        <tr>
          <td style="padding:32px;background:#ffffff;border-radius:8px">
            <p style="margin:0 0 24px;font-weight:600;color:#0b5fb0">Smartspace</p>
            <h1 style="margin:0 0 16px;font-size:22px;line-height:28px">${texts.subject}</h1>
            <p style="margin:0 0 16px">${greeting}</p>
            <p style="margin:0 0 24px">${texts.reason}</p>
            <table role="presentation" cellpadding="0" cellspacing="0" border="0">
              <tr>
                <td bgcolor="#0b5fb0" style="border-radius:6px">
                  <a
                    href="${address}"
                    target="_blank"
                    rel="noreferrer"
                    style="display:inline-block;padding:12px 24px;color:#ffffff;font-weight:600;text-decoration:none"
                    >${texts.button}</a
                  >
                </td>
              </tr>
            </table>
            <p style="margin:24px 0 4px;font-size:14px;line-height:20px">${texts.copyInstead}</p>
            <p style="margin:0 0 24px;font-size:14px;line-height:20px;word-break:break-all">${address}</p>
            <p style="margin:0 0 8px;font-size:14px;line-height:20px;color:#4a5565">${texts.validity}</p>
            <p style="margin:0;font-size:14px;line-height:20px;color:#4a5565">${texts.unexpected}</p>
          </td>
        </tr>
      </table>
    </body>
  </html>`;
  return {
    subject: texts.subject,
    text: [greeting, texts.reason, `${texts.button}:\n${address}`, texts.validity, texts.unexpected, ''].join('\n\n'),
    html: `<!doctype html>${page.text}`,
  };
};
