import * as z from 'zod/mini';
import { agentSchema } from '../platform/agent';
import { sessionEndReasonSchema } from '../platform/events';

/**
 * The session, owned by main's SessionService.
 *
 *     starting ──► signed-out ◄──────────── signed-in (log out)
 *        │             │ password              ▲   │ refresh refused, revoked, replaced
 *        ▼             ▼                       │   ▼
 *     resuming ──► signed-in ◄───────────── expired (password)
 *
 * `starting`: the keychain is being read. `resuming`: there is a stored login, and the platform has not confirmed it
 * yet, for instance because there is no network: the shell shows, offline. `expired`: the agent logs in again over what
 * is on the screen.
 */
export const sessionStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({
    kind: z.literal('signed-out'),
    /** Why, where it was not the agent's own doing. */
    reason: z.nullable(z.union([sessionEndReasonSchema, z.literal('keychain-unreadable')])),
  }),
  z.object({ kind: z.literal('resuming'), email: z.string() }),
  z.object({
    kind: z.literal('signed-in'),
    agent: agentSchema,
    /** False where there is no keychain: the login lasts until the app closes, and the agent is told. */
    survivesRestart: z.boolean(),
  }),
  z.object({ kind: z.literal('expired'), agent: agentSchema, reason: sessionEndReasonSchema }),
]);

export type SessionState = z.infer<typeof sessionStateSchema>;
