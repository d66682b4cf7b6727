import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { html, inlineStyle, type Markup } from '../base/markup';
import { refuseOtherNames } from '../http/listen';
import { pageHeaders, sendPage } from '../http/pages';
import { createServer } from '../http/platformServer';
import { notFound } from '../http/problemError';
import type { World } from '../world';
import type { CaughtEmail, MailCatcher } from './mailCatcher';

const parametersSchema = z.object({ id: z.string() });

const style = inlineStyle(`
  :root { color-scheme: light dark; font: 15px/22px system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
  h1 { font-size: 1.4rem; line-height: 2rem; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: .5rem; text-align: left; border-bottom: 1px solid #8886; }
  iframe { width: 100%; height: 34rem; border: 1px solid #8886; background: #fff; }
  pre { padding: 1rem; border: 1px solid #8886; white-space: pre-wrap; overflow-wrap: anywhere; }
`);

const listBody = (emails: readonly CaughtEmail[], passesOn: boolean): Markup =>
  html`<main>
    <h1>E-mails sent by the embedded platform</h1>
    ${passesOn ? html`<p>SMTP_URL is set: e-mails go to that server, and none arrives here.</p>` : []}
    ${emails.length === 0 && !passesOn ? html`<p>None so far. Reload this page to look again.</p>` : []}
    ${
      emails.length === 0
        ? []
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Received</th>
              </tr>
            </thead>
            <tbody>
              ${emails.toReversed().map(
                ({ id, subject, to, at }) =>
                  html`<tr>
                    <td><a href="/messages/${id}">${subject}</a></td>
                    <td>${to}</td>
                    <td><time datetime="${at}">${at}</time></td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </main>`;

/** An e-mail's own page has an origin of its own, runs no script, and opens links in a new tab. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

const frame = (id: string): Markup =>
  html`<iframe src="/messages/${id}/html" title="The e-mail as HTML" sandbox="${sandbox}"></iframe>`;

const emailBody = ({ id, subject, from, to, at, text, html: markup }: CaughtEmail): Markup =>
  html`<main>
    <p><a href="/">All e-mails</a></p>
    <h1>${subject}</h1>
    <p>From ${from}<br />To ${to}<br />Received <time datetime="${at}">${at}</time></p>
    ${
      markup === null
        ? []
        : html`<h2>HTML</h2>
            ${frame(id)}`
    }
    <h2>Plain text</h2>
    <pre>${text}</pre>
  </main>`;

/** The page to read e-mails on in development, and the same as JSON. For this computer only. */
export const createMailPages = (clock: World['clock'], catcher: MailCatcher, passesOn: boolean): FastifyInstance => {
  const app = createServer(clock);
  refuseOtherNames(app);
  const find = (parameters: unknown): CaughtEmail => {
    const parsed = parametersSchema.safeParse(parameters);
    const email = parsed.success ? catcher.find(parsed.data.id) : null;
    if (!email) throw notFound();
    return email;
  };
  app.get('/', (_request, reply) =>
    sendPage(reply, { language: 'en', title: 'E-mails', style, body: listBody(catcher.all(), passesOn) }),
  );
  app.get('/messages', () => ({ messages: catcher.all() }));
  app.get('/messages/:id', (request, reply) => {
    const email = find(request.params);
    return sendPage(reply, {
      language: 'en',
      title: email.subject,
      style,
      body: emailBody(email),
      policy: { 'frame-src': "'self'" },
    });
  });
  app.get('/messages/:id/html', (request, reply) => {
    const { html: markup } = find(request.params);
    if (markup === null) throw notFound();
    const policy = { 'style-src': "'unsafe-inline'", 'frame-ancestors': "'self'", sandbox };
    return reply.headers(pageHeaders(policy)).send(markup);
  });
  return app;
};
