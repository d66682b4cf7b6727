import { execFile } from 'node:child_process';

/** What the network in use costs, as far as the system says. */
export type NetworkCost = 'free' | 'metered' | 'unknown';

export type ReadNetworkCost = () => Promise<NetworkCost>;

const question = [
  '--system',
  'get-property',
  'org.freedesktop.NetworkManager',
  '/org/freedesktop/NetworkManager',
  'org.freedesktop.NetworkManager',
  'Metered',
] as const;

/** How long the system may take to say it, in milliseconds. */
const answerLimit = 2_000;

/** NetworkManager's NMMetered, as busctl prints it: unknown, yes, no, and its guesses at either. */
export const parseMetered = (printed: string): NetworkCost => {
  const costs: Readonly<Record<string, NetworkCost>> = { '1': 'metered', '2': 'free', '3': 'metered', '4': 'free' };
  return costs[/^u ([0-4])\s*$/.exec(printed)?.[1] ?? ''] ?? 'unknown';
};

/**
 * Asks NetworkManager on Linux. Elsewhere neither Electron nor Chromium tells: `unknown`, as without NetworkManager.
 * Never rejects.
 */
export const readNetworkCost: ReadNetworkCost = () =>
  new Promise((resolve) => {
    if (process.platform !== 'linux') {
      resolve('unknown');
      return;
    }
    execFile('busctl', question, { timeout: answerLimit }, (error, printed) => {
      resolve(error === null ? parseMetered(printed) : 'unknown');
    });
  });
