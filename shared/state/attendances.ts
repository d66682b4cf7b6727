import * as z from 'zod/mini';
import { attendanceSchema, messageSchema } from '../platform/attendances';
import { commandIdSchema, identifierSchema } from '../platform/primitives';
import { problemSchema } from './problem';

/** The agent's attendances, owned by main's AttendanceService. `isLoaded` is false until the first list has arrived. */
export const attendanceListStateSchema = z.object({ isLoaded: z.boolean(), attendances: z.array(attendanceSchema) });

/** A message on its way: `sending` → gone from here once the platform has it, or `failed` → sent again by the agent. */
export const outgoingMessageSchema = z.object({
  clientMessageId: commandIdSchema,
  text: z.string(),
  /** When the agent pressed Send, by this computer's clock, in milliseconds since 1970. */
  queuedAt: z.number(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sending') }),
    z.object({ kind: z.literal('failed'), problem: problemSchema }),
  ]),
});

/** The conversation that is open, or one being read from a customer's history. */
export const conversationStateSchema = z.object({
  attendanceId: identifierSchema,
  load: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('loading') }),
    z.object({ kind: z.literal('loaded'), hasOlder: z.boolean() }),
    z.object({ kind: z.literal('failed'), problem: problemSchema }),
  ]),
  /** In order of `sequence`. */
  messages: z.array(messageSchema),
  outgoing: z.array(outgoingMessageSchema),
});

export type AttendanceListState = z.infer<typeof attendanceListStateSchema>;
export type OutgoingMessage = z.infer<typeof outgoingMessageSchema>;
export type ConversationState = z.infer<typeof conversationStateSchema>;
