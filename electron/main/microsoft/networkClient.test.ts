import { describe, expect, it } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import type { Fetch } from '../platform/fetch';
import { NetworkClient } from './networkClient';

const address = 'https://login.example/token';
const create = (fetch: Fetch, clock = new FakeClock()) => new NetworkClient({ fetch, clock });
const answering =
  (answer: Response): Fetch =>
  () =>
    Promise.resolve(answer);

describe('NetworkClient', () => {
  it('hands over status, headers and body, also of a refusal', async () => {
    const sent: RequestInit[] = [];
    const client = create((_, init) => {
      sent.push(init ?? {});
      return Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400, headers: { 'x-ms-id': '1' } }));
    });
    const options = { headers: { accept: 'application/json' }, body: 'grant_type=refresh_token' };
    expect(await client.sendPostRequestAsync(address, options)).toMatchObject({
      status: 400,
      headers: { 'x-ms-id': '1' },
      body: { error: 'invalid_grant' },
    });
    expect(sent[0]).toMatchObject({ method: 'POST', ...options, redirect: 'error', credentials: 'omit' });
    await client.sendGetRequestAsync(address);
    expect(sent[1]).toMatchObject({ method: 'GET' });
    expect(sent[1]).not.toHaveProperty('body');
  });

  it('speaks https only', async () => {
    const client = create(() => {
      throw new Error('nothing may be sent');
    });
    await expect(client.sendGetRequestAsync('http://login.example')).rejects.toThrow('https only');
  });

  it.each(['<!doctype html>', '"a text"', '[]', ''])('takes %j for no answer', async (text) => {
    await expect(create(answering(new Response(text))).sendGetRequestAsync(address)).rejects.toThrow();
  });

  it('stops reading an answer that goes on and on', async () => {
    let pulled = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(100_000));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    await expect(create(answering(new Response(body))).sendGetRequestAsync(address)).rejects.toThrow('too large');
    expect(isCancelled).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it('gives up after twenty seconds, and leaves no timer behind', async () => {
    const clock = new FakeClock();
    const client = create(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        }),
      clock,
    );
    const asked = expect(client.sendGetRequestAsync(address)).rejects.toThrow('aborted');
    await clock.advance(20_000);
    await asked;
    await create(answering(Response.json({})), clock).sendGetRequestAsync(address);
    expect(clock.pending).toBe(0);
  });
});
