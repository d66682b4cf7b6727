import { describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { FakeKeychain } from '../secrets/fakeKeychain';
import { FallbackSecretStore } from '../secrets/fallbackSecretStore';
import { KeychainSecretStore } from '../secrets/keychainSecretStore';
import { DraftKey } from './draftKey';
import { keyLength } from './seal';

const start = (keychain = new FakeKeychain()) => {
  const clock = new FakeClock();
  const logger = new MemoryLogger();
  const inner = new KeychainSecretStore({ load: () => Promise.resolve(keychain), scope: '/profile', clock });
  const store = new FallbackSecretStore({ keychain: inner, logger });
  return { keychain, clock, logger, store, key: new DraftKey({ store, logger }) };
};

describe('DraftKey', () => {
  it('makes a key, and has the same one after a restart', async () => {
    const { keychain, key, logger } = start();
    const made = await key.obtain();
    expect(made).toHaveLength(keyLength);
    expect(await start(keychain).key.obtain()).toEqual(made);
    expect(logger.lines).toEqual([]);
  });

  it('makes another one once the old one is forgotten', async () => {
    const { keychain, key } = start();
    const made = await key.obtain();
    await key.forget();
    expect([...keychain.entries]).toEqual([]);
    expect(await key.obtain()).not.toEqual(made);
  });

  it('makes another one where what is kept is no key', async () => {
    const { store, key, logger } = start();
    await store.write('drafts', 'short');
    expect(await key.obtain()).toHaveLength(keyLength);
    expect(logger.lines.join()).toContain('damaged');
  });

  it('gives none where the keychain takes none, nor when asked again: memory does not outlive the app', async () => {
    const keychain = new FakeKeychain();
    const { key } = start(keychain);
    // What is read is absent; what is written is refused.
    keychain.setPassword = () => Promise.reject(new Error('no collection'));
    expect(await key.obtain()).toBeNull();
    expect(await key.obtain()).toBeNull();
    expect([...keychain.entries]).toEqual([]);
  });

  it('neither gives nor replaces a key that can not be read now', async () => {
    const { keychain, key } = start();
    const made = await key.obtain();
    const entries = [...keychain.entries];
    const locked = start(keychain);
    keychain.operationsLeft = 0;
    const asked = locked.key.obtain();
    await locked.clock.advance(5_000);
    expect(await asked).toBeNull();
    keychain.operationsLeft = Number.POSITIVE_INFINITY;
    expect([...keychain.entries]).toEqual(entries);
    expect(await start(keychain).key.obtain()).toEqual(made);
  });
});
