import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { FakeKeychain } from './fakeKeychain';
import { FallbackSecretStore } from './fallbackSecretStore';
import { KeychainSecretStore } from './keychainSecretStore';

describe('FallbackSecretStore', () => {
  let keychain: FakeKeychain;
  let logger: MemoryLogger;
  let store: FallbackSecretStore;

  beforeEach(() => {
    keychain = new FakeKeychain();
    logger = new MemoryLogger();
    store = new FallbackSecretStore({
      keychain: new KeychainSecretStore({ load: () => Promise.resolve(keychain), scope: 'p', clock: new FakeClock() }),
      logger,
    });
  });

  it('keeps secrets in the keychain while there is one', async () => {
    await store.write('session', 'value');
    expect(keychain.entries.size).toBe(2);
    expect(store.isPersistent.value).toBe(true);
    expect(await store.read('session')).toEqual({ kind: 'found', value: 'value' });
  });

  it('goes on in memory without a keychain, and says that this does not last', async () => {
    keychain.operationsLeft = 0;
    const told: boolean[] = [];
    store.isPersistent.onDidChange((isPersistent) => told.push(isPersistent));
    await store.write('session', 'value');
    expect(told).toEqual([false]);
    expect(await store.read('session')).toEqual({ kind: 'found', value: 'value' });
    expect(logger.lines.join()).not.toContain('value');
  });

  it('moves back to a keychain that works again', async () => {
    keychain.operationsLeft = 0;
    await store.write('session', 'one');
    keychain.operationsLeft = Number.POSITIVE_INFINITY;
    await store.write('session', 'two');
    expect(store.isPersistent.value).toBe(true);
    expect(keychain.entries.size).toBe(2);
    expect(await store.read('session')).toEqual({ kind: 'found', value: 'two' });
  });

  it('forgets on deletion what it kept in memory, even where that was only just turned to', async () => {
    keychain.operationsLeft = 0;
    await Promise.all([store.write('session', 'value'), store.delete('session')]);
    keychain.operationsLeft = Number.POSITIVE_INFINITY;
    expect(await store.read('session')).toEqual({ kind: 'absent' });
  });
});
