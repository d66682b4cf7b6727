import * as z from 'zod/mini';
import { channelSchema, commandIdSchema, identifierSchema, instantSchema } from './primitives';

/** The longest message text, in characters, that the platform takes. */
export const messageTextLimit = 4096;

export const messageTextSchema = z.string().check(
  z.minLength(1),
  z.maxLength(messageTextLimit),
  z.refine((text) => text.trim() !== '', { error: 'blank' }),
);

export const customerSchema = z.object({
  id: identifierSchema,
  name: z.string(),
  /** How the customer is reached on this channel: a telephone number, an e-mail address, a visitor's name. */
  contact: z.string(),
});

export const dispositionSchema = z.object({ id: identifierSchema, name: z.string() });

/**
 * An attendance as one agent sees it.
 *
 *     waiting ⇄ offered → in-progress → finished
 *
 * `waiting`: in a queue the agent is logged in to, offered to nobody. `offered`: rings at this agent until
 * `offer.expiresAt`; missed or rejected it goes back to waiting, or to another agent.
 */
export const attendanceSchema = z.object({
  id: identifierSchema,
  /** Grows with every change of this attendance. */
  revision: z.int().check(z.nonnegative()),
  protocol: z.string(),
  channel: channelSchema,
  queue: z.object({ id: identifierSchema, name: z.string() }),
  /** The number, address or page the customer wrote to. */
  origin: z.string(),
  customer: customerSchema,
  state: z.enum(['waiting', 'offered', 'in-progress', 'finished']),
  arrivedAt: instantSchema,
  /** When the agent accepted it: set from `in-progress` on. */
  startedAt: z.nullable(instantSchema),
  offer: z.nullable(z.object({ offeredAt: instantSchema, expiresAt: instantSchema })),
  lastMessage: z.nullable(
    z.object({ direction: z.enum(['from-customer', 'from-agent', 'system']), preview: z.string(), at: instantSchema }),
  ),
  /** Customer messages the agent has not read. */
  unread: z.int().check(z.nonnegative()),
  dispositions: z.array(dispositionSchema),
});

export const messageSchema = z.object({
  id: identifierSchema,
  attendanceId: identifierSchema,
  /** 1, 2, 3… within the attendance, without gaps: the order of the conversation. */
  sequence: z.int().check(z.positive()),
  direction: z.enum(['from-customer', 'from-agent', 'system']),
  authorName: z.string(),
  text: z.string(),
  at: instantSchema,
  /** The id the client gave it when it sent it. */
  clientMessageId: z.nullable(commandIdSchema),
  /** How far an agent's message got; `sent` for all others. */
  delivery: z.enum(['sent', 'delivered', 'read']),
});

/** An earlier, finished attendance of a customer. Its messages are read by its id. */
export const pastAttendanceSchema = z.object({
  id: identifierSchema,
  protocol: z.string(),
  channel: channelSchema,
  queueName: z.string(),
  agentName: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema,
  dispositionName: z.string(),
});

export const attendanceListSchema = z.object({ attendances: z.array(attendanceSchema), serverTime: instantSchema });

/** Messages in order of `sequence`; the newest `limit` below `before`, or the newest of all. */
export const messagePageSchema = z.object({ messages: z.array(messageSchema), hasOlder: z.boolean() });

export type Customer = z.infer<typeof customerSchema>;
export type Disposition = z.infer<typeof dispositionSchema>;
export type Attendance = z.infer<typeof attendanceSchema>;
export type Message = z.infer<typeof messageSchema>;
export type PastAttendance = z.infer<typeof pastAttendanceSchema>;
