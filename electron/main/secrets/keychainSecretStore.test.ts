import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { FakeKeychain } from './fakeKeychain';
import { KeychainSecretStore } from './keychainSecretStore';

const createStore = (keychain: FakeKeychain, scope = '/profiles/ana', clock = new FakeClock()) =>
  new KeychainSecretStore({ load: () => Promise.resolve(keychain), scope, clock });

const text = fc.string({ unit: 'binary', maxLength: 4_000 });

describe('KeychainSecretStore', () => {
  let keychain: FakeKeychain;
  let clock: FakeClock;
  let store: KeychainSecretStore;

  beforeEach(() => {
    keychain = new FakeKeychain();
    clock = new FakeClock();
    store = createStore(keychain, '/profiles/ana', clock);
  });

  it('brings back any text, and leaves nothing of the one before', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const own = new FakeKeychain();
        await createStore(own).write('session', first);
        await createStore(own).write('session', second);
        expect(await createStore(own).read('session')).toEqual({ kind: 'found', value: second });
        const chunks = Math.ceil(Math.ceil((Buffer.byteLength(second) * 4) / 3) / 1_200);
        expect(own.entries.size).toBe(chunks + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('holds the old or the new value after a crash behind any operation of a write, never a mix', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, fc.nat(24), async (first, second, operationsLeft) => {
        const own = new FakeKeychain();
        await createStore(own).write('session', first);
        own.operationsLeft = operationsLeft;
        const change = await createStore(own).write('session', second);
        own.operationsLeft = Number.POSITIVE_INFINITY;
        const reading = await createStore(own).read('session');
        expect([first, second]).toContain(reading.kind === 'found' ? reading.value : reading);
        if (change.kind === 'done') expect(reading).toEqual({ kind: 'found', value: second });

        await createStore(own).write('session', 'next');
        expect(own.entries.size).toBe(2);
      }),
      { numRuns: 100 },
    );
  });

  it('holds the old value or none after a crash behind any operation of a deletion', async () => {
    for (let operationsLeft = 0; operationsLeft < 10; operationsLeft += 1) {
      const own = new FakeKeychain();
      await createStore(own).write('session', 'x'.repeat(2_000));
      own.operationsLeft = operationsLeft;
      const change = await createStore(own).delete('session');
      own.operationsLeft = Number.POSITIVE_INFINITY;
      expect((await createStore(own).read('session')).kind).toBe(change.kind === 'failed' ? 'found' : 'absent');

      await createStore(own).delete('session');
      expect(own.entries.size).toBe(0);
    }
  });

  it('leaves nothing behind after a deletion', async () => {
    await store.write('session', 'x'.repeat(5_000));
    expect(await store.delete('session')).toEqual({ kind: 'done' });
    expect(keychain.entries.size).toBe(0);
    expect(await store.read('session')).toEqual({ kind: 'absent' });
  });

  it('keeps the secrets of two profiles apart', async () => {
    const other = createStore(keychain, '/profiles/bruno');
    await store.write('session', "ana's");
    await other.write('session', "bruno's");
    await store.delete('session');
    expect(await other.read('session')).toEqual({ kind: 'found', value: "bruno's" });
    expect(await store.read('session')).toEqual({ kind: 'absent' });
  });

  it('does not take a locked keychain for an empty one, and reads again before it says so', async () => {
    await store.write('session', 'value');
    keychain.operationsLeft = 0;
    keychain.operations = 0;
    const reading = store.read('session');
    await clock.advance(1_000);
    expect(await reading).toEqual({
      kind: 'unreadable',
      cause: 'Error: Cannot create an item in a locked collection',
    });
    expect(keychain.operations).toBe(3);
  });

  it('reads what could not be read a moment ago', async () => {
    await store.write('session', 'value');
    keychain.operationsLeft = 0;
    const reading = store.read('session');
    await clock.advance(0);
    keychain.operationsLeft = Number.POSITIVE_INFINITY;
    await clock.advance(200);
    expect(await reading).toEqual({ kind: 'found', value: 'value' });
  });

  it('gives up on a keychain that hangs, and asks it no second time', async () => {
    keychain.isHanging = true;
    const reading = store.read('session');
    await clock.advance(8_000);
    expect(await reading).toMatchObject({ kind: 'unreadable' });
    expect(keychain.operations).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('says of a damaged value that it is unreadable, and takes a new one in its place', async () => {
    await store.write('session', 'x'.repeat(3_000));
    const chunk = [...keychain.entries.keys()].find((account) => account.endsWith('.1')) ?? '';
    keychain.entries.delete(chunk);
    const reading = store.read('session');
    await clock.advance(1_000);
    expect(await reading).toEqual({ kind: 'unreadable', cause: 'damaged value' });
    await store.write('session', 'fresh');
    expect(await store.read('session')).toEqual({ kind: 'found', value: 'fresh' });
  });

  it('does one thing after the other', async () => {
    const changes = [store.write('session', 'one'), store.write('session', 'two'), store.delete('session')];
    const reading = store.read('session');
    await Promise.all(changes);
    expect(await reading).toEqual({ kind: 'absent' });
    expect(keychain.entries.size).toBe(0);
  });

  it('is idle only when all that is under way has come to an end', async () => {
    void store.write('session', 'one').then(() => store.write('late', 'three'));
    void store.delete('session');
    void store.write('other', 'two');
    await store.whenIdle();
    expect(keychain.entries.size).toBe(4);
  });

  it('says that it can not read where the native module does not load', async () => {
    const broken = new KeychainSecretStore({
      load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
      scope: '/profiles/ana',
      clock,
    });
    const reading = broken.read('session');
    await clock.advance(1_000);
    expect(await reading).toMatchObject({ kind: 'unreadable' });
    expect(await broken.write('session', 'value')).toMatchObject({ kind: 'failed' });
  });
});
