import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import { PublicClientApplication, type AuthenticationResult, type INetworkModule } from '@azure/msal-node';
import { z } from 'zod';
import type { MicrosoftApplication } from '../../shared/platform/auth';
import { ScriptedBrowser } from './scriptedBrowser';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

const responseSchema = z.tuple([z.instanceof(IncomingMessage)]);

/** Microsoft's own client library, signing in through a scripted browser. Its cache outlives a restart. */
export class MsalClient {
  private cache = '';
  private client: PublicClientApplication;

  /** @param authority the certificate, PEM, of the authority that vouches for the provider */
  constructor(
    private readonly application: MicrosoftApplication,
    private readonly authority: string,
  ) {
    this.client = this.create();
  }

  /** What a new start of the app has: what was kept, and nothing else. */
  restart(): void {
    this.client = this.create();
  }

  /** Signs in on the provider's page. Rejects with what the library makes of a refusal. */
  signIn({ email, password }: Credentials, nonce: string): Promise<AuthenticationResult> {
    return this.client.acquireTokenInteractive({
      scopes: this.application.scopes,
      prompt: 'select_account',
      nonce,
      openBrowser: async (url) => {
        const browser = new ScriptedBrowser(this.authority);
        const page = await browser.open(url);
        await browser.submitToClient(await browser.open(page.url, { action: 'sign-in', email, password }));
      },
    });
  }

  /** New tokens for the refresh token, without anybody. */
  async renew(): Promise<AuthenticationResult> {
    const [account] = await this.client.getAllAccounts();
    if (!account) throw new Error('Nobody is signed in');
    return this.client.acquireTokenSilent({ scopes: this.application.scopes, account, forceRefresh: true });
  }

  private create(): PublicClientApplication {
    const { authority, clientId } = this.application;
    return new PublicClientApplication({
      auth: { authority, clientId, knownAuthorities: [new URL(authority).host] },
      cache: {
        cachePlugin: {
          beforeCacheAccess: async ({ tokenCache }) => {
            tokenCache.deserialize(this.cache);
          },
          afterCacheAccess: async ({ cacheHasChanged, tokenCache }) => {
            if (cacheHasChanged) this.cache = tokenCache.serialize();
          },
        },
      },
      system: { networkClient: this.createNetworkClient(), loggerOptions: { loggerCallback: () => undefined } },
    });
  }

  private createNetworkClient(): INetworkModule {
    const send = async <Body>(method: string, url: string, headers?: Record<string, string>, body?: string) => {
      const sent = request(url, { method, headers: headers ?? {}, ca: this.authority, agent: false });
      sent.end(body);
      const [response] = responseSchema.parse(await once(sent, 'response'));
      // The library checks answers itself, and leaves it to its user to call them what it expects.
      return { status: response.statusCode ?? 0, headers: {}, body: (await json(response)) as Body };
    };
    return {
      sendGetRequestAsync: (url, options) => send('GET', url, options?.headers),
      sendPostRequestAsync: (url, options) => send('POST', url, options?.headers, options?.body),
    };
  }
}
