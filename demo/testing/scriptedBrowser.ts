import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export interface BrowserPage {
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

type Form = Readonly<Record<string, string>>;

const responseSchema = z.tuple([z.instanceof(IncomingMessage)]);
const redirects = new Set([302, 303, 307]);
const mostRedirects = 10;

/** As much of a browser as signing in takes, trusting one authority: cookies of one site, redirects, forms. */
export class ScriptedBrowser {
  private readonly cookies = new Map<string, string>();

  /** @param authority PEM */
  constructor(private readonly authority: string) {}

  /** Opens an address, or posts a form to it, and follows where it leads as long as that is https. */
  async open(url: string, form: Form | null = null, redirectsLeft = mostRedirects): Promise<BrowserPage> {
    const page = await this.send(url, form);
    const { location } = page.headers;
    if (!redirects.has(page.status) || location === undefined) return page;
    const next = new URL(location, url).href;
    if (!next.startsWith('https:')) return { ...page, url: next };
    if (redirectsLeft === 0) throw new Error('Too many redirects');
    return this.open(next, null, redirectsLeft - 1);
  }

  /** Does what the last page of a sign-in does by itself: posts its form to the client, on this computer. */
  async submitToClient({ text: page }: BrowserPage): Promise<void> {
    const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
    const body = new URLSearchParams();
    for (const [, name = '', value = ''] of page.matchAll(/name="(\w+)" value="([^"]*)"/g)) body.append(name, value);
    await (await fetch(action, { method: 'POST', body })).text();
  }

  private async send(url: string, form: Form | null): Promise<BrowserPage> {
    const body = form && new URLSearchParams(form).toString();
    const sent = request(url, {
      method: body === null ? 'GET' : 'POST',
      ca: this.authority,
      agent: false,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    sent.end(body ?? undefined);
    const [response] = responseSchema.parse(await once(sent, 'response'));
    for (const cookie of response.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    return { url, status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
  }
}
