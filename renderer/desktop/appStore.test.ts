import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ana, createFakeMain } from '../testing/fakeDesktop';
import { connectAppStore, useAppStore } from './appStore';

const signedIn = { kind: 'signed-in', agent: ana, survivesRestart: true } as const;

beforeEach(() => {
  useAppStore.setState(useAppStore.getInitialState(), true);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the app store', () => {
  it('takes over where things stand from the answer to being ready', async () => {
    vi.stubGlobal('desktop', createFakeMain({ session: { kind: 'signed-out', reason: 'replaced' } }).desktop);
    const stop = await connectAppStore();
    expect(useAppStore.getState()).toMatchObject({
      version: '0.0.0',
      session: { kind: 'signed-out', reason: 'replaced' },
      settings: { effectiveLanguage: 'pt-BR' },
    });
    stop();
  });

  it('keeps what main sent while the answer was on its way: it is newer', async () => {
    const main = createFakeMain({ session: { kind: 'starting' } });
    vi.stubGlobal('desktop', {
      ...main.desktop,
      tellReady: async () => {
        const answer = await main.desktop.tellReady();
        main.emit('session:changed', signedIn);
        return answer;
      },
    });
    const stop = await connectAppStore();
    expect(useAppStore.getState()).toMatchObject({ session: signedIn, connection: { kind: 'live' } });
    stop();
  });

  it('knows of a link to set a password from the start, and of what becomes of it', async () => {
    const main = createFakeMain({ passwordLink: { kind: 'checking' } });
    vi.stubGlobal('desktop', main.desktop);
    const stop = await connectAppStore();
    expect(useAppStore.getState().passwordLink).toEqual({ kind: 'checking' });
    main.emit('password:link-changed', { kind: 'open', email: 'ana@empresa.com.br' });
    expect(useAppStore.getState().passwordLink).toEqual({ kind: 'open', email: 'ana@empresa.com.br' });
    stop();
  });

  it('follows main until it is stopped', async () => {
    const main = createFakeMain();
    vi.stubGlobal('desktop', main.desktop);
    const stop = await connectAppStore();
    main.emit('connection:clock-changed', 1500);
    expect(useAppStore.getState().clockOffset).toBe(1500);
    stop();
    main.emit('connection:clock-changed', 9000);
    expect(useAppStore.getState().clockOffset).toBe(1500);
  });

  it('shows a refusal to leave until it is read', async () => {
    const main = createFakeMain();
    vi.stubGlobal('desktop', main.desktop);
    const stop = await connectAppStore();
    const blocked = { reason: 'quit', refusal: { kind: 'problem', problem: { kind: 'no-network' } } } as const;
    main.emit('leaving:blocked', blocked);
    expect(useAppStore.getState().leavingBlocked).toEqual(blocked);
    useAppStore.getState().dismissLeavingBlocked();
    expect(useAppStore.getState().leavingBlocked).toBeNull();
    stop();
  });

  it('forgets a refusal once the agent is logged out', async () => {
    const main = createFakeMain();
    vi.stubGlobal('desktop', main.desktop);
    const stop = await connectAppStore();
    main.emit('leaving:blocked', { reason: 'quit', refusal: { kind: 'problem', problem: { kind: 'no-network' } } });
    main.emit('session:changed', { kind: 'signed-out', reason: null });
    expect(useAppStore.getState().leavingBlocked).toBeNull();
    stop();
  });
});
