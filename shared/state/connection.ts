import * as z from 'zod/mini';
import { problemSchema } from './problem';

/**
 * The line to the platform, owned by main's RealtimeService. Times are this computer's clock, in milliseconds since
 * 1970; `clockOffset` is what to add to it to get the platform's time.
 *
 *     idle ──► connecting ⇄ live
 *                  ⇅          │ cut, or silent for too long
 *               offline ◄─────┘
 */
export const connectionStateSchema = z.discriminatedUnion('kind', [
  /** Nobody is signed in. */
  z.object({ kind: z.literal('idle') }),
  /** On the way: the stream is open or opening, and what is shown is being read again. */
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('live') }),
  z.object({
    kind: z.literal('offline'),
    since: z.number(),
    /** When the next try is, or null while one is under way. */
    nextTryAt: z.nullable(z.number()),
    problem: problemSchema,
  }),
]);

export type ConnectionState = z.infer<typeof connectionStateSchema>;
