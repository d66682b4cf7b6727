import type { AccessTokenSource } from '../auth/accessTokens';

/** What the end-to-end tests reach through `ElectronApplication.evaluate`, under `globalThis.smartspaceTesting`. */
export interface TestDoors {
  /** The live access token, for a test to search for where it must not be. */
  readonly accessToken: () => Promise<string | null>;
}

export interface TestDoorsOptions {
  readonly accessTokens: AccessTokenSource;
}

declare global {
  var smartspaceTesting: TestDoors | undefined;
}

/** Loaded with NODE_ENV=test only, and not in a packaged app. */
export const openTestDoors = ({ accessTokens }: TestDoorsOptions): void => {
  globalThis.smartspaceTesting = {
    accessToken: async () => {
      const answer = await accessTokens.getAccessToken();
      return answer.ok ? answer.value : null;
    },
  };
};
