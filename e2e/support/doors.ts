import type { RunningApp } from './app';

declare global {
  /** What the app opens to tests; see electron/main/testing. */
  var smartspaceTesting:
    | {
        readonly accessToken: () => Promise<string | null>;
        readonly refreshToken: () => Promise<string | null>;
        readonly ipcTraffic: () => readonly string[];
      }
    | undefined;
}

const known = (token: string | null | undefined): string => {
  if (token === null || token === undefined) throw new Error('The app holds no such token');
  return token;
};

/** The access token that main holds at this moment. */
export const readAccessToken = async ({ application }: RunningApp): Promise<string> =>
  known(await application.evaluate(() => globalThis.smartspaceTesting?.accessToken()));

/** The refresh token as the keychain has it at this moment. */
export const readRefreshToken = async ({ application }: RunningApp): Promise<string> =>
  known(await application.evaluate(() => globalThis.smartspaceTesting?.refreshToken()));

/** Everything that has crossed between main and the renderer so far, as JSON. */
export const readIpcTraffic = async ({ application }: RunningApp): Promise<readonly string[]> =>
  (await application.evaluate(() => globalThis.smartspaceTesting?.ipcTraffic())) ?? [];
