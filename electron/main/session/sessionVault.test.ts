import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryLogger } from '../logging/memoryLogger';
import { MemorySecretStore } from '../secrets/memorySecretStore';
import { SessionVault } from './sessionVault';

const ana = { email: 'ana@example.com', origin: 'password' } as const;
const tokens = { refreshToken: 'refresh-token-number-1', sessionId: 'session-1' };

describe('SessionVault', () => {
  let store: MemorySecretStore;
  let logger: MemoryLogger;
  const createVault = (platformOrigin = 'https://app.smartspace.us') =>
    new SessionVault({ store, platformOrigin, logger });

  beforeEach(() => {
    store = new MemorySecretStore();
    logger = new MemoryLogger();
  });

  it('brings a login over a restart, with the refresh token that came last', async () => {
    const vault = createVault();
    await vault.store(ana, tokens);
    await vault.replace({ ...tokens, refreshToken: 'refresh-token-number-2' });
    expect(await createVault().read()).toEqual({
      kind: 'found',
      session: {
        v: 1,
        refreshToken: 'refresh-token-number-2',
        sessionId: 'session-1',
        email: 'ana@example.com',
        origin: 'password',
        platformOrigin: 'https://app.smartspace.us',
      },
    });
  });

  it('goes on keeping refresh tokens for the login that it has read', async () => {
    await createVault().store(ana, tokens);
    const vault = createVault();
    await vault.read();
    await vault.replace({ ...tokens, refreshToken: 'refresh-token-number-2' });
    expect(await createVault().read()).toMatchObject({ session: { refreshToken: 'refresh-token-number-2' } });
  });

  it('knows after a restart that a login came from Microsoft', async () => {
    await createVault().store({ ...ana, origin: 'microsoft' }, tokens);
    const vault = createVault();
    expect(vault.owner).toBeNull();
    await vault.read();
    expect(vault.owner).toEqual({ email: 'ana@example.com', origin: 'microsoft' });
    await vault.replace({ ...tokens, refreshToken: 'refresh-token-number-2' });
    expect(await createVault().read()).toMatchObject({ session: { origin: 'microsoft' } });
    await vault.delete();
    expect(vault.owner).toBeNull();
  });

  it('takes a login of a version that knew passwords only for one by password', async () => {
    const platformOrigin = 'https://app.smartspace.us';
    await store.write('session', JSON.stringify({ v: 1, ...tokens, email: 'ana@example.com', platformOrigin }));
    expect(await createVault().read()).toMatchObject({ kind: 'found', session: { origin: 'password' } });
  });

  it('never hands a login to another platform than the one that gave it', async () => {
    await createVault().store(ana, tokens);
    expect(await createVault('https://other.example').read()).toEqual({ kind: 'absent' });
  });

  it.each(['', 'null', '{"v":2}', '{"v":1,"refreshToken":"short"}'])('takes %j for no login', async (text) => {
    await store.write('session', text);
    expect(await createVault().read()).toEqual({ kind: 'absent' });
  });

  it('keeps nothing more once it has been emptied', async () => {
    const vault = createVault();
    await vault.store(ana, tokens);
    await store.write('microsoft', 'what its library remembers');
    await vault.delete();
    await vault.replace(tokens);
    expect(await createVault().read()).toEqual({ kind: 'absent' });
    expect(await store.read('microsoft')).toEqual({ kind: 'absent' });
    expect(logger.lines.join()).not.toContain('refresh-token');
  });
});
