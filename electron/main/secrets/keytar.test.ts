import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../base/clock';
import { loadKeytar } from './keychain';
import { KeychainSecretStore } from './keychainSecretStore';

const hasKeyring = process.platform !== 'linux' || process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined;
const reason = hasKeyring ? '' : ' (skipped: no session bus, so no keyring; the end-to-end tests have one)';

describe.skipIf(!hasKeyring)(`the system's keychain${reason}`, () => {
  const store = new KeychainSecretStore({ load: loadKeytar, scope: randomUUID(), clock: systemClock });

  afterAll(async () => {
    await store.delete('test');
  });

  it('keeps, replaces and deletes a secret larger than one entry', async () => {
    expect(await store.read('test')).toEqual({ kind: 'absent' });
    const long = 'ação€😀'.repeat(800);
    expect(await store.write('test', long)).toEqual({ kind: 'done' });
    expect(await store.read('test')).toEqual({ kind: 'found', value: long });
    await store.write('test', 'short');
    expect(await store.read('test')).toEqual({ kind: 'found', value: 'short' });
    await store.delete('test');
    expect(await store.read('test')).toEqual({ kind: 'absent' });
  });
});
