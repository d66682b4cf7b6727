import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

/** In bytes. */
const largestForm = 16 * 1024;

/** A posted form. Throws where it is too large. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = z.instanceof(Buffer).parse(chunk);
    size += bytes.length;
    if (size > largestForm) throw new Error('The form is too large');
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};
