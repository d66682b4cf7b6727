import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { hashPassword, isPassword } from '../auth/passwordHash';
import { headersOf, writePage, type Page } from '../http/pages';
import { directory } from './directory';
import { errorPage, signInPage } from './signInPage';

const interactionPath = /^\/interaction\/[\w-]+$/;
const tokenPath = '/token';
/** In bytes. */
const largestForm = 16 * 1024;

const formSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('cancel') }),
  z.object({ action: z.literal('sign-in'), email: z.string(), password: z.string() }),
]);

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = z.instanceof(Buffer).parse(chunk);
    size += bytes.length;
    if (size > largestForm) throw new Error('The form is too large');
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};

const sendPage = (response: ServerResponse, status: number, page: Page): void => {
  response.writeHead(status, headersOf(page)).end(writePage(page));
};

/**
 * Microsoft's client asks for `offline_access` again with every refresh; this provider does not count it among what the
 * refresh token was given for, and would refuse.
 */
const dropOfflineAccess = async (request: IncomingMessage): Promise<void> => {
  const form = await readForm(request);
  const scope = form.get('scope');
  if (form.get('grant_type') === 'refresh_token' && scope !== null) {
    const others = scope.split(' ').filter((name) => name !== 'offline_access');
    form.set('scope', others.join(' '));
  }
  // Where the provider looks for a body that was read before it.
  Object.assign(request, { body: form.toString() });
};

type Accounts = ReadonlyMap<string, { readonly objectId: string; readonly passwordHash: string }>;

const hashAccounts = async (): Promise<Accounts> =>
  new Map(
    await Promise.all(
      directory.map(async ({ email, objectId, password }) => {
        const passwordHash = await hashPassword(password);
        return [email, { objectId, passwordHash }] as const;
      }),
    ),
  );

const signIn = async (
  provider: Provider,
  accounts: Accounts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const hint = params['login_hint'];
    sendPage(response, 200, signInPage({ email: typeof hint === 'string' ? hint : '', isRefused: false }));
    return;
  }
  const form = formSchema.parse(Object.fromEntries(await readForm(request)));
  if (form.action === 'cancel') {
    const description = 'AADSTS65004: User declined to consent to access the app.';
    await provider.interactionFinished(request, response, { error: 'access_denied', error_description: description });
    return;
  }
  const account = accounts.get(form.email.trim().toLowerCase());
  if (!(await isPassword(form.password, account?.passwordHash ?? null)) || !account) {
    sendPage(response, 401, signInPage({ email: form.email, isRefused: true }));
    return;
  }
  const result = { login: { accountId: account.objectId }, select_account: {} };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
};

/** Answers what comes to the identity provider: its sign-in page, and below `prefix` the protocol. */
export const createRequestListener = async (provider: Provider, prefix: string): Promise<RequestListener> => {
  const accounts = await hashAccounts();
  const answerProtocol = provider.callback();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/';
    const { pathname } = new URL(target, 'https://localhost');
    if (interactionPath.test(pathname)) {
      await signIn(provider, accounts, request, response);
      return;
    }
    if (!target.startsWith(`${prefix}/`)) {
      sendPage(response, 404, errorPage);
      return;
    }
    // How the provider learns that it is not at the root.
    Object.assign(request, { originalUrl: target, url: target.slice(prefix.length) });
    if (request.method === 'POST' && pathname === `${prefix}${tokenPath}`) await dropOfflineAccess(request);
    await answerProtocol(request, response);
  };
  return (request, response) => {
    // Sign-ins that are over, forms that are none: nothing of them is said, or kept.
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendPage(response, 400, errorPage);
    });
  };
};
