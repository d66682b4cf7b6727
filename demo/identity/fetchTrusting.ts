import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import type { FetchImplementation } from 'jose';
import { z } from 'zod';

const answerSchema = z.tuple([z.instanceof(IncomingMessage)]);

/**
 * Fetches over HTTPS from servers that this one authority vouches for.
 *
 * @param authority PEM
 */
export const fetchTrusting =
  (authority: string): FetchImplementation =>
  async (url, { headers, signal }) => {
    const request = get(url, { ca: authority, agent: false, headers: Object.fromEntries(headers), signal });
    const [answer] = answerSchema.parse(await once(request, 'response'));
    return new Response(await text(answer), { status: answer.statusCode ?? 500 });
  };
