import type { BrowserWindow } from 'electron';
import type { Language } from '../../../shared/state/settings';
import type { Clock } from '../base/clock';
import type { Logger } from '../logging/logger';
import type { Fetch } from '../platform/fetch';
import type { ManagedProxy } from '../policies/managedProxy';
import type { Platform } from '../platform/platform';
import type { SecretStore } from '../secrets/secretStore';
import { createBrowserPlace } from './browserPlace';
import { createMicrosoftClient } from './microsoftClient';
import { MicrosoftSignIn } from './microsoftSignIn';
import { NetworkClient } from './networkClient';
import { createPopupPlace } from './popup';
import { declineSignIn } from './signInAnswer';

export interface CreateMicrosoftSignInOptions {
  readonly window: BrowserWindow;
  readonly showWindow: (window: BrowserWindow) => void;
  readonly openExternalLink: (link: string) => Promise<boolean>;
  readonly platform: Platform;
  readonly store: SecretStore;
  readonly fetch: Fetch;
  readonly proxy: Pick<ManagedProxy, 'whenApplied'>;
  readonly language: () => Language;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Puts the sign-in with Microsoft together with the real library, windows and network. */
export const createMicrosoftSignIn = (options: CreateMicrosoftSignInOptions): MicrosoftSignIn => {
  const { window, showWindow, openExternalLink, platform, store, fetch, language, clock, logger, proxy } = options;
  const networkClient = new NetworkClient({ fetch, clock });
  return new MicrosoftSignIn({
    platform,
    store,
    createClient: (application, cachePlugin) => createMicrosoftClient({ application, cachePlugin, networkClient }),
    places: {
      popup: createPopupPlace({
        parent: () => window,
        openExternalLink: (link) => void openExternalLink(link),
        now: () => clock.now(),
        prepareSession: (session) => proxy.whenApplied(session),
      }),
      browser: createBrowserPlace({
        openExternalLink,
        comeBack: () => {
          showWindow(window);
        },
      }),
    },
    // It never leaves this computer, so no proxy has to do with it.
    declineSignIn: (address) => declineSignIn(globalThis.fetch, address),
    language,
    clock,
    logger,
  });
};
