import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { ask, askWith, DesktopAnswerError, listen } from './parsing';

const definition = {
  argument: z.object({ id: z.string() }),
  answer: z.object({ agent: z.object({ name: z.string() }) }),
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a verb', () => {
  it('hands on its argument and answers with what the schema makes of the answer', async () => {
    const call = vi.fn(async () => ({ agent: { name: 'Ana', password: 'not in the contract' } }));
    const verb = askWith('agent:read', definition, call);
    await expect(verb({ id: '7' })).resolves.toEqual({ agent: { name: 'Ana' } });
    expect(call).toHaveBeenCalledWith({ id: '7' });
  });

  it('throws an error with the channel and the path for an answer that does not fit, and no word of it', async () => {
    const verb = ask('agent:read', definition, async () => ({ agent: { name: 42, secret: 'private words' } }));
    const error: unknown = await verb().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DesktopAnswerError);
    expect(error).toMatchObject({ channel: 'agent:read', path: 'agent.name' });
    expect(String(error)).not.toMatch(/42|private words/);
  });

  it('lets through what main itself throws', async () => {
    const verb = ask('agent:read', definition, () => Promise.reject(new Error('refused')));
    await expect(verb()).rejects.toThrow('refused');
  });
});

describe('an event', () => {
  const subscribeTo = () => {
    const listeners = new Set<(payload: unknown) => void>();
    return {
      emit: (payload: unknown) => {
        listeners.forEach((listener) => {
          listener(payload);
        });
      },
      subscribe: (listener: (payload: unknown) => void) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    };
  };

  it('comes as the schema has it, until the listener leaves', () => {
    const { emit, subscribe } = subscribeTo();
    const heard: unknown[] = [];
    const stop = listen('clock:changed', z.number(), subscribe)((payload) => heard.push(payload));
    emit(1);
    stop();
    emit(2);
    expect(heard).toEqual([1]);
  });

  it('is dropped and reported, by channel and path alone, where it does not fit', () => {
    const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    const { emit, subscribe } = subscribeTo();
    const heard: unknown[] = [];
    listen('clock:changed', z.object({ at: z.number() }), subscribe)((payload) => heard.push(payload));
    emit({ at: 'private words' });
    expect(heard).toEqual([]);
    expect(report).toHaveBeenCalledOnce();
    expect(report.mock.calls[0]?.[0]).toMatchObject({ channel: 'clock:changed', path: 'at' });
    expect(String(report.mock.calls[0]?.[0])).not.toContain('private words');
  });
});
