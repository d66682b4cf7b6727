import * as z from 'zod/mini';
import { channelSchema, identifierSchema, instantSchema } from './primitives';

/** An attendance that keeps its agent from leaving, as much of it as the alert shows. */
export const holdingAttendanceSchema = z.object({
  id: identifierSchema,
  customerName: z.string(),
  channel: channelSchema,
  since: instantSchema,
});

/**
 * The body of every answer that is not a success, told apart by `code`.
 *
 * | status | code |
 * | 400 | invalid-request |
 * | 401 | invalid-credentials, invalid-token, refresh-refused, microsoft-refused |
 * | 403 | forbidden |
 * | 404 | not-found |
 * | 409 | attendances-in-progress, offer-gone, at-capacity, already-finished, not-logged-in |
 * | 413 | too-large |
 * | 422 | password-policy, reset-link-refused |
 * | 423 | account-locked (with `Retry-After`) |
 * | 429 | too-many-requests (with `Retry-After`) |
 * | 500, 503 | internal, unavailable |
 */
export const platformProblemSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('invalid-request'), path: z.string() }),
  z.object({ code: z.literal('invalid-credentials') }),
  z.object({ code: z.literal('invalid-token') }),
  z.object({
    code: z.literal('refresh-refused'),
    reason: z.enum(['expired', 'reused', 'revoked', 'replaced', 'unknown']),
  }),
  /** `token`: not one of Microsoft's for this application and tenant, too old, or used before. `account`: no agent has it. */
  z.object({ code: z.literal('microsoft-refused'), reason: z.enum(['token', 'account']) }),
  z.object({ code: z.literal('forbidden') }),
  z.object({ code: z.literal('not-found') }),
  z.object({ code: z.literal('attendances-in-progress'), attendances: z.array(holdingAttendanceSchema) }),
  z.object({ code: z.literal('offer-gone') }),
  z.object({ code: z.literal('at-capacity') }),
  z.object({ code: z.literal('already-finished') }),
  z.object({ code: z.literal('not-logged-in') }),
  z.object({ code: z.literal('too-large') }),
  z.object({ code: z.literal('password-policy'), unmet: z.array(z.string()) }),
  z.object({ code: z.literal('reset-link-refused'), reason: z.enum(['expired', 'used', 'unknown', 'self-managed']) }),
  z.object({ code: z.literal('account-locked'), until: instantSchema }),
  z.object({ code: z.literal('too-many-requests'), retryAt: instantSchema }),
  z.object({ code: z.literal('internal') }),
  z.object({ code: z.literal('unavailable') }),
]);

export type HoldingAttendance = z.infer<typeof holdingAttendanceSchema>;
export type PlatformProblem = z.infer<typeof platformProblemSchema>;
