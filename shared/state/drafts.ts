import * as z from 'zod/mini';
import { identifierSchema } from '../platform/primitives';

/** The most of a draft that is kept, in characters. Far beyond what a message may have: a pasted text is cut first. */
export const draftTextLimit = 50_000;

/** What the agent has typed in an attendance and not sent yet. An empty text is none. */
export const draftSchema = z.object({
  attendanceId: identifierSchema,
  text: z.string().check(z.maxLength(draftTextLimit)),
});

export type Draft = z.infer<typeof draftSchema>;
