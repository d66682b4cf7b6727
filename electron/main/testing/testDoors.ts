import inspector from 'node:inspector';
import { app } from 'electron';
import type { AccessTokenSource } from '../auth/accessTokens';
import type { SessionVault } from '../session/sessionVault';
import { tapIpc } from './ipcTap';
import type { IpcTapOptions } from './ipcTap';
import { trustAuthority } from './trustedAuthority';

/** What the end-to-end tests reach through `ElectronApplication.evaluate`, under `globalThis.smartspaceTesting`. */
export interface TestDoors {
  /** The live access token, for a test to search for where it must not be. */
  readonly accessToken: () => Promise<string | null>;
  /** The refresh token as the keychain has it, for the same purpose. */
  readonly refreshToken: () => Promise<string | null>;
  /** Everything that has crossed between main and the renderer so far, as JSON. */
  readonly ipcTraffic: () => readonly string[];
}

export interface TestDoorsOptions extends IpcTapOptions {
  readonly accessTokens: AccessTokenSource;
  readonly vault: Pick<SessionVault, 'read'>;
}

declare global {
  var smartspaceTesting: TestDoors | undefined;
}

/** Loaded with NODE_ENV=test only, and not in a packaged app. */
export const openTestDoors = ({ accessTokens, vault, handlers, messenger }: TestDoorsOptions): void => {
  globalThis.smartspaceTesting = {
    accessToken: async () => {
      const answer = await accessTokens.getAccessToken();
      return answer.ok ? answer.value : null;
    },
    refreshToken: async () => {
      const reading = await vault.read();
      return reading.kind === 'found' ? reading.session.refreshToken : null;
    },
    ipcTraffic: tapIpc({ handlers, messenger }),
  };
  const authority = process.env['SMARTSPACE_TEST_AUTHORITY'];
  if (authority !== undefined) trustAuthority(authority, ['platform']);
  // Node waits for a debugger to let go before it ends, and Playwright's is not always told in time.
  app.once('quit', () => {
    inspector.close();
  });
};
