import { z } from 'zod';
import type { RunningApp } from './app';

/** Notes from now on every request that the app sends to the platform: its method and path, as they leave main. */
export const recordPlatformRequests = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ session }) => {
    const requests: string[] = [];
    Reflect.set(globalThis, 'platformRequests', requests);
    session.fromPartition('platform').webRequest.onSendHeaders(({ method, url }) => {
      requests.push(`${method} ${new URL(url).pathname}`);
    });
  });

/** How many requests were sent since `recordPlatformRequests`, such as "POST /v1/auth/login". */
export const countPlatformRequests = async ({ application }: RunningApp, request: string): Promise<number> => {
  const recorded = await application.evaluate(() => Reflect.get(globalThis, 'platformRequests') as unknown);
  return z
    .array(z.string())
    .parse(recorded)
    .filter((candidate) => candidate === request).length;
};

/**
 * Takes the app's way out of this computer away, or brings it back: a proxy that nobody can reach. Chromium's own
 * emulation of a computer without network does not reach what main fetches.
 */
export const setNetwork = ({ application }: RunningApp, isOn: boolean): Promise<void> =>
  application.evaluate(async ({ session }, on) => {
    const network = session.fromPartition('platform');
    await network.setProxy(
      on ? { mode: 'direct' } : { proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' },
    );
    await network.closeAllConnections();
  }, isOn);
