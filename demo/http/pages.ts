import type { FastifyReply } from 'fastify';
import { html, type InlineStyle, type Markup } from '../base/markup';

/** Content security policy directives by name. */
export type Policy = Readonly<Record<string, string>>;

/** A page for people. */
export interface Page {
  readonly language: 'pt-BR' | 'en';
  readonly title: string;
  readonly style: InlineStyle;
  readonly body: Markup;
  /** What it may do beside showing itself. */
  readonly policy?: Policy;
}

/** No scripts, nothing from elsewhere, no frame around it. */
const strictPolicy: Policy = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** What goes with every page. Addresses may hold a token: other sites are not told them, and nothing is kept. */
export const pageHeaders = (policy: Policy): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': Object.entries({ ...strictPolicy, ...policy })
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});

export const headersOf = ({ style, policy }: Page): Readonly<Record<string, string>> =>
  pageHeaders({ 'style-src': style.source, ...policy });

export const writePage = ({ language, title, style, body }: Page): string =>
  `<!doctype html>${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${style.element}
      </head>
      <body>
        ${body}
      </body>
    </html>`.text
  }`;

export const sendPage = (reply: FastifyReply, page: Page): FastifyReply =>
  reply.headers(headersOf(page)).send(writePage(page));
