import * as z from 'zod/mini';
import { agentSchema } from './agent';
import { attendanceSchema, messageSchema } from './attendances';
import { identifierSchema, instantSchema } from './primitives';
import { presenceSchema } from './queues';

/** How often the event stream shows that it is alive, in milliseconds. Three missed: the client connects anew. */
export const heartbeatInterval = 5_000;

/** Why the platform ended a session. `replaced`: the same agent logged in on another computer. */
export const sessionEndReasonSchema = z.enum(['expired', 'reused', 'revoked', 'replaced', 'unknown']);

/**
 * What the event stream carries: `text/event-stream`, one JSON object per `data`, its `type` repeated as `event`.
 *
 * Every event but `heartbeat` and `reset` has an `id`, a whole number that grows; the client resumes with
 * `Last-Event-ID`. `reset` says that the platform no longer has what came after that id: the client reads everything
 * again. After connecting without an id the client reads everything, too.
 */
export const platformEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heartbeat'), serverTime: instantSchema }),
  z.object({ type: z.literal('reset') }),
  z.object({ type: z.literal('presence-changed'), presence: presenceSchema }),
  z.object({ type: z.literal('attendance-changed'), attendance: attendanceSchema }),
  z.object({
    type: z.literal('attendance-removed'),
    attendanceId: identifierSchema,
    reason: z.enum(['offer-missed', 'offer-rejected', 'taken-by-another', 'withdrawn', 'left-queue', 'finished']),
  }),
  z.object({ type: z.literal('message-added'), message: messageSchema }),
  z.object({ type: z.literal('message-changed'), message: messageSchema }),
  z.object({ type: z.literal('agent-changed'), agent: agentSchema }),
  z.object({ type: z.literal('session-ended'), reason: sessionEndReasonSchema }),
]);

export type PlatformEvent = z.infer<typeof platformEventSchema>;
export type SessionEndReason = z.infer<typeof sessionEndReasonSchema>;
