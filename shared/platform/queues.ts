import * as z from 'zod/mini';
import { channelSchema, identifierSchema, instantSchema } from './primitives';

export const pauseReasonSchema = z.object({
  id: identifierSchema,
  name: z.string(),
  /** How long the pause may last, in seconds, where the administrator set a limit. */
  limitSeconds: z.nullable(z.int().check(z.positive())),
});

/** The agent in one queue: logged-out → logged-in ⇄ paused, and back out from either. */
export const queueStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('logged-out') }),
  z.object({ kind: z.literal('logged-in'), since: instantSchema }),
  z.object({
    kind: z.literal('paused'),
    since: instantSchema,
    reason: pauseReasonSchema,
    /** `platform`: an automatic pause after several missed offers. */
    startedBy: z.enum(['agent', 'platform']),
  }),
]);

export const queueSchema = z.object({
  id: identifierSchema,
  name: z.string(),
  channel: channelSchema,
  /** Empty: this queue can't be paused. */
  pauseReasons: z.array(pauseReasonSchema),
  state: queueStateSchema,
});

/**
 * The time counter: `online` while logged in to at least one queue that is not paused, `paused` while every queue the
 * agent is logged in to is paused, `off` in no queue. `since` is when this very state began.
 */
export const presenceTimerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('online'), since: instantSchema }),
  z.object({ kind: z.literal('paused'), since: instantSchema, reasonName: z.string() }),
]);

/** Everything the platform says of an agent's presence. It alone computes it; the client shows it. */
export const presenceSchema = z.object({
  /** Grows with every change: a snapshot with a lower number than one already seen is stale and is dropped. */
  revision: z.int().check(z.nonnegative()),
  queues: z.array(queueSchema),
  timer: presenceTimerSchema,
  /** Set while an automatic pause holds: how many offers in a row were missed. */
  automaticPause: z.nullable(z.object({ since: instantSchema, missedOffers: z.int().check(z.positive()) })),
  serverTime: instantSchema,
});

export type PauseReason = z.infer<typeof pauseReasonSchema>;
export type QueueState = z.infer<typeof queueStateSchema>;
export type Queue = z.infer<typeof queueSchema>;
export type PresenceTimer = z.infer<typeof presenceTimerSchema>;
export type Presence = z.infer<typeof presenceSchema>;
