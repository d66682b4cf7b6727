import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/**
 * Windows takes 2,560 bytes for one credential, and some keychains store two bytes a character: 1,200 ASCII characters
 * fit everywhere.
 */
export const chunkLength = 1_200;

/** The one entry that makes a value count: it names the generation of chunks that belongs to it, and its hash. */
export const headSchema = z.object({
  v: z.literal(1),
  generation: z.string().check(z.regex(/^[a-z0-9]{1,32}$/)),
  count: z.int().check(z.minimum(0), z.maximum(1_000)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export type Head = z.infer<typeof headSchema>;

/** The value as ASCII chunks: base64url of its UTF-8 bytes. Half surrogate pairs do not survive UTF-8. */
export const splitIntoChunks = (value: string): string[] => {
  const text = Buffer.from(value, 'utf8').toString('base64url');
  return Array.from({ length: Math.ceil(text.length / chunkLength) }, (_, index) =>
    text.slice(index * chunkLength, (index + 1) * chunkLength),
  );
};

export const headOf = (generation: string, chunks: readonly string[]): Head => ({
  v: 1,
  generation,
  count: chunks.length,
  sha256: hashOf(chunks),
});

/** The value, or null where the chunks are not those that the head speaks of. */
export const joinChunks = (head: Head, chunks: readonly string[]): string | null =>
  chunks.length === head.count && hashOf(chunks) === head.sha256
    ? Buffer.from(chunks.join(''), 'base64url').toString('utf8')
    : null;

/** The head in an entry's text, or null where it is none. */
export const parseHead = (text: string): Head | null => {
  try {
    const parsed = headSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const hashOf = (chunks: readonly string[]): string => createHash('sha256').update(chunks.join('')).digest('hex');
