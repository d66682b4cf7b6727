import type { TokenCacheContext } from '@azure/msal-node';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { FakeKeychain } from '../secrets/fakeKeychain';
import { KeychainSecretStore } from '../secrets/keychainSecretStore';
import { MicrosoftTokenCache, withoutAccessTokens } from './tokenCache';

const cache = {
  Account: { 'oid.tid-login': { username: 'fernanda.lima@boreal.example' } },
  IdToken: { id: { secret: 'the-id-token' } },
  AccessToken: { access: { secret: 'the-access-token' } },
  RefreshToken: { refresh: { secret: `the-refresh-token-${'x'.repeat(4_000)}` } },
  AppMetadata: { app: { clientId: 'a-client' } },
};
const { AccessToken: _, ...kept } = cache;

describe('withoutAccessTokens', () => {
  it('keeps all but the access tokens', () => {
    expect(JSON.parse(withoutAccessTokens(JSON.stringify(cache)))).toEqual(kept);
  });

  it.each(['', 'null', '[]', '{', '{"Account":1}', '{"RefreshToken":{"a":"b"}}'])('takes %j for nothing', (text) => {
    expect(withoutAccessTokens(text)).toBe('');
  });

  it('never throws, and never lets an access token through', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(withoutAccessTokens(text)).not.toContain('AccessToken');
      }),
    );
  });
});

describe('MicrosoftTokenCache', () => {
  let keychain: FakeKeychain;
  let logger: MemoryLogger;

  const createStore = () =>
    new KeychainSecretStore({ load: () => Promise.resolve(keychain), scope: 'profile', clock: new FakeClock() });
  const createCache = () => new MicrosoftTokenCache({ store: createStore(), logger });
  /** The library, as far as a cache plugin sees it. */
  const createContext = (content = '', cacheHasChanged = true) => {
    const seen: string[] = [];
    const tokenCache = { serialize: () => content, deserialize: (text: string) => void seen.push(text) };
    // As much of the library's context as a plugin gets to use.
    return { context: { tokenCache, cacheHasChanged } as unknown as TokenCacheContext, seen };
  };
  const read = async () => {
    const { context, seen } = createContext();
    const restarted = createCache();
    await restarted.load();
    await restarted.beforeCacheAccess(context);
    return seen[0] ?? '';
  };

  beforeEach(() => {
    keychain = new FakeKeychain();
    logger = new MemoryLogger();
  });

  it('keeps nothing before the sign-in has come to a session', async () => {
    await createCache().afterCacheAccess(createContext(JSON.stringify(cache)).context);
    expect(keychain.entries.size).toBe(0);
    expect(await read()).toBe('');
  });

  it('brings an account over a restart, in chunks, without access tokens', async () => {
    const first = createCache();
    await first.afterCacheAccess(createContext(JSON.stringify(cache)).context);
    await first.keep();
    expect(JSON.parse(await read())).toEqual(kept);
    expect(keychain.entries.size).toBeGreaterThan(4);
    for (const value of keychain.entries.values()) {
      expect(Buffer.from(value, 'base64url').toString()).not.toContain('the-access-token');
    }
  });

  it('keeps a refresh token that has rotated before the library goes on', async () => {
    const first = createCache();
    await first.keep();
    const next = JSON.stringify({ ...kept, RefreshToken: { refresh: { secret: 'the-next' } } });
    await first.afterCacheAccess(createContext(next).context);
    expect(await read()).toContain('the-next');
    await first.afterCacheAccess(createContext(JSON.stringify(cache), false).context);
    expect(await read()).toContain('the-next');
  });

  it('takes what is damaged for nothing, and a locked keychain too, and says so', async () => {
    await createStore().write('microsoft', '{"Account":');
    expect(await read()).toBe('');
    keychain.isHanging = false;
    keychain.operationsLeft = 0;
    const clock = new FakeClock();
    const store = new KeychainSecretStore({ load: () => Promise.resolve(keychain), scope: 'profile', clock });
    const locked = new MicrosoftTokenCache({ store, logger });
    const loading = locked.load();
    await clock.advance(2_000);
    await loading;
    const { context, seen } = createContext();
    await locked.beforeCacheAccess(context);
    expect(seen).toEqual(['']);
    expect(logger.lines.join()).toContain('could not be read');
  });
});
