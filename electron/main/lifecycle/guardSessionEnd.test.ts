import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { MemoryLogger } from '../logging/memoryLogger';
import { guardSessionEnd } from './guardSessionEnd';
import { LifecycleService } from './lifecycleService';

const maria = {
  id: 'a1',
  customerName: 'Maria Souza',
  channel: 'whatsapp',
  since: '2026-11-22T12:40:00.000Z',
} as const;

const createWorld = (holding: readonly (typeof maria)[]) => {
  const window = new EventEmitter();
  const nothing = () => undefined;
  const lifecycle = new LifecycleService({
    facts: () => ({ holding, renderer: 'hung', withoutPlatformFor: null, mayLeaveAnyway: true, isCritical: false }),
    exits: { quit: nothing, reload: nothing, signOut: () => Promise.resolve(), installUpdate: () => true },
    after: () => nothing,
    logger: new MemoryLogger(),
  });
  const flush = vi.fn();
  lifecycle.onFlush('settings', flush);
  const showHeldTitle = vi.fn();
  guardSessionEnd({ window, lifecycle, showHeldTitle });
  /** Emits as Electron does; what the handler has not done when it returns comes too late. */
  const ask = (reasons?: readonly string[]) => {
    const preventDefault = vi.fn();
    window.emit('query-session-end', { preventDefault, ...(reasons !== undefined && { reasons }) });
    return preventDefault.mock.calls.length > 0 ? 'held' : 'free';
  };
  return { window, flush, showHeldTitle, ask };
};

it.each([undefined, [], ['shutdown'], ['logoff'], ['shutdown', 'close-app']])(
  'holds Windows up while an attendance is in progress, and the title says why: %j',
  (reasons) => {
    const { ask, flush, showHeldTitle } = createWorld([maria]);
    expect(ask(reasons)).toBe('held');
    expect(showHeldTitle).toHaveBeenCalledOnce();
    expect(flush).not.toHaveBeenCalled();
  },
);

it.each([['critical'], ['shutdown', 'critical'], ['logoff', 'critical']])(
  'never holds a critical one up, and saves at once: %j',
  (...reasons) => {
    const { ask, flush, showHeldTitle } = createWorld([maria]);
    expect(ask(reasons)).toBe('free');
    expect(showHeldTitle).not.toHaveBeenCalled();
    expect(flush).toHaveBeenCalledOnce();
  },
);

it('holds nothing up without attendances', () => {
  const { ask, showHeldTitle } = createWorld([]);
  expect(ask(['shutdown'])).toBe('free');
  expect(showHeldTitle).not.toHaveBeenCalled();
});

it('saves before the end of the session is over, where the agent has shut down anyway', () => {
  const { window, flush } = createWorld([maria]);
  window.emit('session-end', {});
  expect(flush).toHaveBeenCalledOnce();
});
