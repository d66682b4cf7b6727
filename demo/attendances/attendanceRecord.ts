import { z } from 'zod';

/**
 * How far an attendance is. Times are in milliseconds since 1970 by the platform's clock.
 *
 *     waiting ⇄ offered ──► in-progress ──► finished
 *        └──────────┴─────► withdrawn
 */
const progressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('offered'), agentId: z.string(), offeredAt: z.number(), expiresAt: z.number() }),
  z.object({ kind: z.literal('in-progress'), agentId: z.string(), startedAt: z.number() }),
  z.object({
    kind: z.literal('finished'),
    agentId: z.string(),
    startedAt: z.number(),
    finishedAt: z.number(),
    dispositionId: z.string(),
  }),
  /** The customer gave up before an agent took it. */
  z.object({ kind: z.literal('withdrawn'), at: z.number() }),
]);

export const attendanceRecordSchema = z.object({
  id: z.string(),
  revision: z.number(),
  protocol: z.string(),
  queueId: z.string(),
  customerId: z.string(),
  arrivedAt: z.number(),
  progress: progressSchema,
  /** The sequence number up to which the agent has read. */
  readUpTo: z.number(),
  /** When each agent last missed or rejected it. */
  declinedAt: z.record(z.string(), z.number()),
});

export type AttendanceRecord = Readonly<z.infer<typeof attendanceRecordSchema>>;
export type Progress = Readonly<z.infer<typeof progressSchema>>;
export type AttendanceChange = Partial<Pick<AttendanceRecord, 'progress' | 'readUpTo' | 'declinedAt'>>;

/** The agent it is with: offered to, in progress or finished by; null where it is with nobody. */
export const agentOf = ({ progress }: AttendanceRecord): string | null =>
  progress.kind === 'waiting' || progress.kind === 'withdrawn' ? null : progress.agentId;

export const isOpen = ({ progress }: AttendanceRecord): boolean =>
  progress.kind !== 'finished' && progress.kind !== 'withdrawn';
