import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { PlatformNetwork } from './platformNetwork';

/** `ready` holds back sessions by their names. */
const start = (ready: Readonly<Record<string, Promise<void>>> = {}) => {
  const app = new EventEmitter();
  const done: string[] = [];
  const network = new PlatformNetwork({
    app,
    open: (name) => {
      const note = (what: string) => Promise.resolve(void done.push(`${name} ${what}`));
      return {
        whenReady: ready[name] ?? Promise.resolve(),
        session: {
          fetch: (input) => note(typeof input === 'string' ? input : input.url).then(() => new Response()),
          clearStorageData: () => note('storage'),
          clearCache: () => note('cache'),
          clearAuthCache: () => note('logins'),
        },
      };
    },
  });
  const die = (serviceName?: string) => {
    app.emit('child-process-gone', {}, { type: 'Utility', serviceName });
  };
  return { network, done, die };
};

const networkService = 'network.mojom.NetworkService';

test('asks through one session, whatever form the address has', async () => {
  const { network, done } = start();
  await network.fetch('https://platform.test/a');
  await network.fetch(new URL('https://platform.test/b'));
  await network.fetch(new Request('https://platform.test/c'));
  expect(done).toEqual(['a', 'b', 'c'].map((path) => `platform https://platform.test/${path}`));
});

test('asks through a new session each time the process for the network has died, and tells of it once it can', async () => {
  const { network, done, die } = start();
  const renewals: Promise<unknown>[] = [];
  network.onDidRenew(() => renewals.push(network.fetch('https://platform.test/a')));
  die(networkService);
  die(networkService);
  await Promise.all(renewals);
  expect(done).toEqual(['platform-2 https://platform.test/a', 'platform-3 https://platform.test/a']);
});

test('goes on with its session where another process has died', async () => {
  const { network, done, die } = start();
  die('audio.mojom.AudioService');
  die();
  await network.fetch('https://platform.test/a');
  expect(done).toEqual(['platform https://platform.test/a']);
});

test('asks nothing past the proxy, also through a new session', async () => {
  let open: () => void = () => undefined;
  const proxy = new Promise<void>((resolve) => (open = resolve));
  const { network, done, die } = start({ 'platform-2': proxy });
  die(networkService);
  const answer = network.fetch('https://platform.test/a');
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([]);
  open();
  await answer;
  expect(done).toEqual(['platform-2 https://platform.test/a']);
});

test('wipes what the session in use holds', async () => {
  const { network, done, die } = start();
  die(networkService);
  await Promise.all([network.clearStorageData(), network.clearCache(), network.clearAuthCache()]);
  expect(done).toEqual(['platform-2 storage', 'platform-2 cache', 'platform-2 logins']);
});
