import * as z from 'zod/mini';
import { holdingAttendanceSchema } from '../platform/problems';
import { instantSchema } from '../platform/primitives';
import { sessionEndReasonSchema } from '../platform/events';
import { microsoftFailureSchema } from './microsoft';
import { resetLinkRefusalSchema } from './passwordLink';

/**
 * Why something did not work, as the interface tells it: one kind, one text, one next step. Made by main from whatever
 * the network or the platform answered; a renderer never sees a raw error.
 */
export const problemSchema = z.discriminatedUnion('kind', [
  /** The computer has no network. */
  z.object({ kind: z.literal('no-network') }),
  /** A TLS certificate this computer does not trust. */
  z.object({ kind: z.literal('certificate-not-trusted'), host: z.string() }),
  /** The network works, the platform does not answer: refused, timed out, or 5xx (`status`). */
  z.object({ kind: z.literal('platform-down'), status: z.nullable(z.int()) }),
  /** The platform answered something the contract does not know; `detail` names the operation and the path in it. */
  z.object({ kind: z.literal('answer-not-understood'), detail: z.string() }),
  z.object({ kind: z.literal('wrong-password') }),
  /** The link to set a password with does not work. `damaged`: it is no such link at all. */
  z.object({ kind: z.literal('reset-link-refused'), reason: resetLinkRefusalSchema }),
  /** The platform holds a rule against the new password. */
  z.object({ kind: z.literal('password-policy'), unmet: z.array(z.string()) }),
  z.object({
    kind: z.literal('microsoft-sign-in'),
    failure: microsoftFailureSchema,
    detail: z.string().check(z.maxLength(1000)),
  }),
  z.object({ kind: z.literal('account-locked'), until: instantSchema }),
  z.object({ kind: z.literal('too-many-tries'), retryAt: instantSchema }),
  z.object({ kind: z.literal('session-ended'), reason: sessionEndReasonSchema }),
  z.object({ kind: z.literal('attendances-in-progress'), holding: z.array(holdingAttendanceSchema) }),
  z.object({ kind: z.literal('offer-gone') }),
  z.object({ kind: z.literal('at-capacity') }),
  z.object({ kind: z.literal('already-finished') }),
  /** The platform refused it for a reason that has no text of its own. */
  z.object({ kind: z.literal('refused'), code: z.string() }),
  /** A defect of ours; the log has it under `incident`. */
  z.object({ kind: z.literal('unexpected'), incident: z.string() }),
]);

export type Problem = z.infer<typeof problemSchema>;

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** The schema of a `Result`, for answers that cross from main to a renderer. */
export const resultSchema = <Schema extends z.ZodMiniType>(value: Schema) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);

export const succeed = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (problem: Problem): Result<never> => ({ ok: false, problem });
