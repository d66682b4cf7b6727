import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { answerInteraction, hashAccounts } from './answerInteraction';
import type { IdentityFaults } from './identityFaults';
import { readForm } from './readForm';
import { renewalRefusal } from './refusals';
import { sendPage } from './sendPage';
import { errorPage } from './signInPage';

const interactionPath = /^\/interaction\/[\w-]+$/;
const tokenPath = '/token';

/**
 * Microsoft's client asks for `offline_access` again with every refresh; this provider does not count it among what the
 * refresh token was given for, and would refuse.
 */
const dropOfflineAccess = (form: URLSearchParams): void => {
  const others = form
    .get('scope')
    ?.split(' ')
    .filter((name) => name !== 'offline_access');
  if (others) form.set('scope', others.join(' '));
};

/** Reads a request for tokens before the provider does. @returns whether it is answered already */
const answerRenewal = async (
  request: IncomingMessage,
  response: ServerResponse,
  faults: IdentityFaults,
): Promise<boolean> => {
  const form = await readForm(request);
  if (form.get('grant_type') === 'refresh_token') {
    const refusal = renewalRefusal(faults.current);
    if (refusal) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(refusal));
      return true;
    }
    dropOfflineAccess(form);
  }
  // Where the provider looks for a body that was read before it.
  Object.assign(request, { body: form.toString() });
  return false;
};

/** Answers what comes to the identity provider: its sign-in page, and below `prefix` the protocol. */
export const createRequestListener = async (
  provider: Provider,
  prefix: string,
  faults: IdentityFaults,
): Promise<RequestListener> => {
  const accounts = await hashAccounts();
  const answerProtocol = provider.callback();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/';
    const { pathname } = new URL(target, 'https://localhost');
    if (interactionPath.test(pathname)) {
      await answerInteraction({ provider, accounts, faults, request, response });
      return;
    }
    if (!target.startsWith(`${prefix}/`)) {
      sendPage(response, 404, errorPage);
      return;
    }
    // How the provider learns that it is not at the root.
    Object.assign(request, { originalUrl: target, url: target.slice(prefix.length) });
    const isForTokens = request.method === 'POST' && pathname === `${prefix}${tokenPath}`;
    if (isForTokens && (await answerRenewal(request, response, faults))) return;
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
