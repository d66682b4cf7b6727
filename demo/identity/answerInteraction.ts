import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { hashPassword, isPassword } from '../auth/passwordHash';
import { directory } from './directory';
import type { IdentityFaults } from './identityFaults';
import { readForm } from './readForm';
import { declined, deviceRefused, signInRefusal, type SignInRefusal } from './refusals';
import { sendPage } from './sendPage';
import { deviceRefusedPage, foreignLink, signInPage } from './signInPage';

const formSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('cancel') }),
  z.object({ action: z.literal('leave-device') }),
  z.object({ action: z.literal('sign-in'), email: z.string(), password: z.string() }),
]);

/** By e-mail. */
export type Accounts = ReadonlyMap<string, { readonly objectId: string; readonly passwordHash: string }>;

export const hashAccounts = async (): Promise<Accounts> =>
  new Map(
    await Promise.all(
      directory.map(async ({ email, objectId, password }) => {
        const passwordHash = await hashPassword(password);
        return [email, { objectId, passwordHash }] as const;
      }),
    ),
  );

/** What the pages of a sign-in are about, and what they were sent. */
export interface Interaction {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly faults: IdentityFaults;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const show = ({ response, faults }: Interaction, email: string, isRefused: boolean): void => {
  const leadsAstray = faults.current === 'foreign-scheme';
  const page = signInPage({ email, isRefused, leadsAstray });
  sendPage(response, isRefused ? 401 : 200, page, leadsAstray ? { refresh: `0; url=${foreignLink}` } : {});
};

const refuse = ({ provider, request, response }: Interaction, refusal: SignInRefusal): Promise<void> =>
  provider.interactionFinished(request, response, { ...refusal });

/** After the right password. */
const finish = async (interaction: Interaction, accountId: string): Promise<void> => {
  const { provider, faults, request, response } = interaction;
  const refusal = signInRefusal(faults.current);
  if (refusal) {
    await refuse(interaction, refusal);
  } else if (faults.current === 'device-refused') {
    sendPage(response, 200, deviceRefusedPage(deviceRefused.error_description));
  } else if (faults.current === 'foreign-scheme') {
    response.writeHead(303, { location: foreignLink }).end();
  } else {
    const result = { login: { accountId }, select_account: {} };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
};

/** Answers what the pages of a sign-in ask for. Throws where there is no such sign-in, or the form is none of its. */
export const answerInteraction = async (interaction: Interaction): Promise<void> => {
  const { provider, accounts, request, response } = interaction;
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const hint = params['login_hint'];
    show(interaction, typeof hint === 'string' ? hint : '', false);
    return;
  }
  const form = formSchema.parse(Object.fromEntries(await readForm(request)));
  if (form.action !== 'sign-in') {
    await refuse(interaction, form.action === 'cancel' ? declined : deviceRefused);
    return;
  }
  const account = accounts.get(form.email.trim().toLowerCase());
  const isRight = await isPassword(form.password, account?.passwordHash ?? null);
  if (isRight && account) await finish(interaction, account.objectId);
  else show(interaction, form.email, true);
};
