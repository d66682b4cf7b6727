import * as z from 'zod/mini';

/** `damaged`: it does not look like a link of ours. `self-managed`: another system keeps the passwords of this agent's group. */
export const resetLinkRefusalSchema = z.enum(['expired', 'used', 'unknown', 'self-managed', 'damaged']);

/**
 * The newest link to set a password with, owned by main's PasswordLinkService. Its token never leaves main.
 *
 *     none ──► checking ──► open ──► none (password set)
 *      │          │  ▲  └─► refused ──► none (dismissed)
 *      │          ▼  │
 *      │       unreachable (tried again on request)
 *      ▼
 *     waiting ──► checking (the agent opens it)
 *
 * `waiting`: somebody is logged in, and a link never disturbs work: a notice tells of it. `canOpen` is false while
 * attendances are in progress. A newer link takes the place of an older one in any state.
 */
export const passwordLinkStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('waiting'), canOpen: z.boolean() }),
  z.object({ kind: z.literal('checking') }),
  /** Whose password is set. */
  z.object({ kind: z.literal('open'), email: z.string() }),
  z.object({ kind: z.literal('refused'), reason: resetLinkRefusalSchema }),
  z.object({
    kind: z.literal('unreachable'),
    cause: z.enum(['no-network', 'certificate-not-trusted', 'platform-down', 'too-many-tries', 'other']),
  }),
]);

export type PasswordLinkState = z.infer<typeof passwordLinkStateSchema>;
export type ResetLinkRefusal = z.infer<typeof resetLinkRefusalSchema>;
