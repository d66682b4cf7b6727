import * as z from 'zod/mini';
import { holdingAttendanceSchema } from '../platform/problems';
import { problemSchema } from './problem';

/** Every way out of the app. */
export const leaveReasonSchema = z.enum([
  'close-window',
  'quit',
  'sign-out',
  'reload',
  'install-update',
  'session-end',
]);

/**
 * Why a way out was refused. `attendances`: these are in progress. `problem`: it could not be done, for instance the
 * platform could not be asked to log out.
 */
export const leaveRefusalSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('attendances'),
    holding: z.array(holdingAttendanceSchema).check(z.minLength(1)),
    /** True after two minutes without the platform, for closing and quitting: the agent may leave anyway. */
    canLeaveAnyway: z.boolean(),
  }),
  z.object({ kind: z.literal('problem'), problem: problemSchema }),
]);

export const leaveBlockedSchema = z.object({ reason: leaveReasonSchema, refusal: leaveRefusalSchema });

export type LeaveReason = z.infer<typeof leaveReasonSchema>;
export type LeaveRefusal = z.infer<typeof leaveRefusalSchema>;
export type LeaveBlocked = z.infer<typeof leaveBlockedSchema>;
