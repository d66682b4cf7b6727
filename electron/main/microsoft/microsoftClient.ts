import type { ICachePlugin, INetworkModule, PublicClientApplication } from '@azure/msal-node';
import type { MicrosoftApplication } from '../../../shared/platform/auth';

/** As much of Microsoft's library as is used. */
export type MicrosoftClient = Pick<
  PublicClientApplication,
  'acquireTokenInteractive' | 'acquireTokenSilent' | 'getAllAccounts'
>;

export interface MicrosoftClientOptions {
  readonly application: MicrosoftApplication;
  readonly cachePlugin: ICachePlugin;
  readonly networkClient: INetworkModule;
}

/** The authorities whose addresses the library has by heart. Any other has to be told to it by name. */
const ownHosts: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.microsoft.com',
  'login.windows.net',
  'sts.windows.net',
]);

/** The hosts to tell the library of, with their ports. */
export const knownAuthoritiesOf = (authority: string): string[] => {
  const { host } = new URL(authority);
  return ownHosts.has(host) ? [] : [host];
};

/** A client of Microsoft's library for one operation. Loads it when it is first needed: most agents never do. */
export const createMicrosoftClient = async (options: MicrosoftClientOptions): Promise<MicrosoftClient> => {
  const { application, cachePlugin, networkClient } = options;
  const { PublicClientApplication } = await import('@azure/msal-node');
  const { authority, clientId } = application;
  return new PublicClientApplication({
    auth: { authority, clientId, knownAuthorities: knownAuthoritiesOf(authority) },
    cache: { cachePlugin },
    // What it logs could name people and hold codes.
    system: { networkClient, loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false } },
  });
};
