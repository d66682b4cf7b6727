import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import * as z from 'zod/mini';
import type { Clock } from '../base/clock';
import { limitAnswers } from '../platform/answerLimit';
import type { Fetch } from '../platform/fetch';

/** The largest answer taken, in bytes. Real ones have some tens of thousands. */
const answerLimit = 1024 * 1024;
/** How long a call may take, in milliseconds. */
const callTimeLimit = 20_000;

const bodySchema = z.record(z.string(), z.unknown());

export interface NetworkClientOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/**
 * How Microsoft's library reaches the network: as everything of main does, so that the system's proxy and certificates
 * apply. Throws where there is no answer in time or none in JSON; the library turns that into errors of its own.
 */
export class NetworkClient implements INetworkModule {
  readonly #fetch: Fetch;
  readonly #clock: Clock;

  constructor({ fetch, clock }: NetworkClientOptions) {
    this.#fetch = limitAnswers(fetch, answerLimit);
    this.#clock = clock;
  }

  sendGetRequestAsync<Body>(address: string, options?: NetworkRequestOptions): Promise<NetworkResponse<Body>> {
    return this.#send(address, { method: 'GET', headers: options?.headers ?? {} });
  }

  sendPostRequestAsync<Body>(address: string, options?: NetworkRequestOptions): Promise<NetworkResponse<Body>> {
    return this.#send(address, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' });
  }

  async #send<Body>(address: string, init: RequestInit): Promise<NetworkResponse<Body>> {
    if (new URL(address).protocol !== 'https:') throw new Error('tokens travel by https only');
    const timeLimit = new AbortController();
    const cancelTimeLimit = this.#clock.schedule(callTimeLimit, () => timeLimit.abort());
    try {
      const { signal } = timeLimit;
      // A redirect would carry a code or a token to wherever it points.
      const answer = await this.#fetch(address, {
        ...init,
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
        signal,
      });
      const body = bodySchema.parse(JSON.parse(await answer.text()));
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        // The library asks for a type that nobody can check here, and checks each field itself.
        body: body as Body,
      };
    } finally {
      cancelTimeLimit();
    }
  }
}
