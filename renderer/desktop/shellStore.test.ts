import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Presence } from '../../shared/platform/queues';
import { createFakeMain } from '../testing/fakeDesktop';
import { connectShellStore, useShellStore } from './shellStore';

const presenceOf = (revision: number): Presence => ({
  revision,
  queues: [],
  timer: { kind: 'off' },
  automaticPause: null,
  serverTime: '2026-11-22T12:00:00.000Z',
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the shell store', () => {
  it('takes over the first contents', async () => {
    vi.stubGlobal('desktop', createFakeMain({ presence: presenceOf(3) }).desktop);
    const stop = connectShellStore();
    await vi.waitFor(() => expect(useShellStore.getState().areAttendancesLoaded).toBe(true));
    expect(useShellStore.getState().presence?.revision).toBe(3);
    stop();
  });

  it('keeps what main sent while the first contents were on their way', async () => {
    const main = createFakeMain({ presence: presenceOf(3) });
    vi.stubGlobal('desktop', main.desktop);
    const stop = connectShellStore();
    main.emit('presence:changed', { presence: presenceOf(4), heardAt: 1 });
    await vi.waitFor(() => expect(useShellStore.getState().areAttendancesLoaded).toBe(true));
    expect(useShellStore.getState().presence?.revision).toBe(4);
    stop();
  });

  it('is empty after the agent is gone, even if an answer comes late', async () => {
    const main = createFakeMain({ presence: presenceOf(3) });
    const answered = vi.fn();
    vi.stubGlobal('desktop', {
      ...main.desktop,
      tellShellReady: async () => {
        const answer = await main.desktop.tellShellReady();
        queueMicrotask(answered);
        return answer;
      },
    });
    const stop = connectShellStore();
    stop();
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve));
    main.emit('presence:changed', { presence: presenceOf(5), heardAt: 1 });
    expect(useShellStore.getState()).toEqual(useShellStore.getInitialState());
  });
});
