import * as z from 'zod/mini';

/** Which versions this computer is offered, or `off` where its company installs them itself. */
export const updateChannelSchema = z.enum(['stable', 'beta', 'off']);

/**
 * Why this app never updates itself. `managed`: a policy says so. `development`: it runs from its sources.
 * `not-updatable`: whoever installed it updates it too (a package of the system, an archive, a folder that can't be written).
 */
export const updateDisabledReasonSchema = z.enum(['managed', 'development', 'not-updatable']);

/** `not-authentic`: what came is not what was published. `not-installed`: the installer did not start or did not finish. */
export const updateFailureSchema = z.enum([
  'feed-unreachable',
  'feed-damaged',
  'interrupted',
  'not-authentic',
  'disk-full',
  'not-installed',
  'other',
]);

/** Why a version that was found is not being downloaded yet. */
export const updateWaitSchema = z.enum(['attendances', 'metered', 'leaving']);

const versionSchema = z.string().check(z.minLength(1), z.maxLength(64));

/**
 * Where the app stands with newer versions of itself, owned by main's UpdateService.
 *
 *     disabled
 *
 *     idle ──► checking ──► found ──► downloading ──► ready ──► installing ──► (the new version starts)
 *      ▲          │           │            │            │            │
 *      │ nothing  │           ▼            ▼            │ withdrawn  ▼
 *      ├──────────┘           └────────► failed ◄───────┼────────────┘
 *      └──────────────────────────────────┴─────────────┘ the next check
 *
 * `found` waits until the download disturbs nobody. In `ready` the app goes on checking behind the scenes, so that a
 * version that is withdrawn is not installed; a newer one takes its place by way of `found`. `isOffered` says whether
 * the moment is good for asking the agent.
 */
export const updateStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('disabled'), reason: updateDisabledReasonSchema }),
  z.object({
    kind: z.literal('idle'),
    /** When the last check found nothing newer, in milliseconds since 1970; null before the first. */
    checkedAt: z.nullable(z.number()),
  }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('found'), version: versionSchema, waitsFor: updateWaitSchema }),
  z.object({
    kind: z.literal('downloading'),
    version: versionSchema,
    percent: z.int().check(z.minimum(0), z.maximum(100)),
  }),
  z.object({
    kind: z.literal('ready'),
    version: versionSchema,
    /** Plain text, whatever was published. */
    notes: z.nullable(z.string()),
    isOffered: z.boolean(),
  }),
  z.object({ kind: z.literal('installing'), version: versionSchema }),
  z.object({ kind: z.literal('failed'), failure: updateFailureSchema }),
]);

export type UpdateChannel = z.infer<typeof updateChannelSchema>;
export type UpdateDisabledReason = z.infer<typeof updateDisabledReasonSchema>;
export type UpdateFailure = z.infer<typeof updateFailureSchema>;
export type UpdateWait = z.infer<typeof updateWaitSchema>;
export type UpdateState = z.infer<typeof updateStateSchema>;
