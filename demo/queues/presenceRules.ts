import { z } from 'zod';
import { pauseReasonSchema, type PauseReason } from '../../shared/platform/queues';

/** Times are in milliseconds since 1970 by the platform's clock. */
const queueLoginSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('logged-in'), since: z.number() }),
  z.object({
    kind: z.literal('paused'),
    since: z.number(),
    reason: pauseReasonSchema,
    startedBy: z.enum(['agent', 'platform']),
  }),
]);

const timerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('online'), since: z.number() }),
  z.object({ kind: z.literal('paused'), since: z.number(), reasonName: z.string() }),
]);

/**
 * One agent's presence. A queue that is not in `logins` is logged out of.
 *
 *     logged-out ──► logged-in ⇄ paused ──► logged-out
 *          ▲             │
 *          └─────────────┘
 */
export const agentPresenceSchema = z.object({
  revision: z.number(),
  logins: z.record(z.string(), queueLoginSchema),
  timer: timerSchema,
  automaticPause: z.object({ since: z.number(), missedOffers: z.number() }).nullable(),
  missedInARow: z.number(),
});

export type AgentPresence = Readonly<z.infer<typeof agentPresenceSchema>>;
export type QueueLogin = Readonly<z.infer<typeof queueLoginSchema>>;
type Logins = Readonly<Record<string, QueueLogin>>;
type Timer = AgentPresence['timer'];

export const absent: AgentPresence = {
  revision: 0,
  logins: {},
  timer: { kind: 'off' },
  automaticPause: null,
  missedInARow: 0,
};

/** The reason of a pause the platform starts, also in queues that have no reasons of their own. */
export const automaticPauseReason: PauseReason = {
  id: 'automatic-pause',
  name: 'Pausa automática',
  limitSeconds: null,
};

/** How many offers in a row an agent may miss before the automatic pause. */
export const missedOffersLimit = 3;

/** The counter after a change of logins. A state that goes on keeps its `since`. */
export const nextTimer = (timer: Timer, logins: Logins, now: number): Timer => {
  const states = Object.values(logins);
  if (states.length === 0) return { kind: 'off' };
  if (states.some(({ kind }) => kind === 'logged-in')) {
    return timer.kind === 'online' ? timer : { kind: 'online', since: now };
  }
  const pauses = states.flatMap((state) => (state.kind === 'paused' ? [state] : []));
  const latest = pauses.reduce((latest, pause) => (pause.since >= latest.since ? pause : latest));
  return { kind: 'paused', since: timer.kind === 'paused' ? timer.since : now, reasonName: latest.reason.name };
};

const withLogins = (presence: AgentPresence, logins: Logins, now: number): AgentPresence => ({
  ...presence,
  revision: presence.revision + 1,
  logins: { ...logins },
  timer: nextTimer(presence.timer, logins, now),
  automaticPause: Object.keys(logins).length === 0 ? null : presence.automaticPause,
});

/** Logs in to queues; one already logged in to, or paused, stays as it is. */
export const logIn = (presence: AgentPresence, queueIds: readonly string[], now: number): AgentPresence => {
  const added = queueIds.filter((queueId) => presence.logins[queueId] === undefined);
  if (added.length === 0) return presence;
  const entries = added.map((queueId): [string, QueueLogin] => [queueId, { kind: 'logged-in', since: now }]);
  return withLogins(presence, { ...presence.logins, ...Object.fromEntries(entries) }, now);
};

/** Logs out of queues, and thereby ends their pauses. */
export const logOut = (presence: AgentPresence, queueIds: readonly string[], now: number): AgentPresence => {
  const remaining = Object.entries(presence.logins).filter(([queueId]) => !queueIds.includes(queueId));
  if (remaining.length === Object.keys(presence.logins).length) return presence;
  return withLogins(presence, Object.fromEntries(remaining), now);
};

/** Pauses one queue; null where the agent is not logged in to it. */
export const pause = (
  presence: AgentPresence,
  queueId: string,
  reason: PauseReason,
  now: number,
): AgentPresence | null => {
  const login = presence.logins[queueId];
  if (!login) return null;
  if (login.kind === 'paused' && login.startedBy === 'agent' && login.reason.id === reason.id) return presence;
  const paused: QueueLogin = { kind: 'paused', since: now, reason, startedBy: 'agent' };
  return withLogins(presence, { ...presence.logins, [queueId]: paused }, now);
};

/** Comes back in one queue, which also ends an automatic pause; null where the agent is not logged in to it. */
export const resume = (presence: AgentPresence, queueId: string, now: number): AgentPresence | null => {
  const login = presence.logins[queueId];
  if (!login) return null;
  if (login.kind === 'logged-in') return presence;
  const logins: Logins = { ...presence.logins, [queueId]: { kind: 'logged-in', since: now } };
  return { ...withLogins(presence, logins, now), automaticPause: null, missedInARow: 0 };
};

/** The agent answered an offer: what was missed before no longer counts. */
export const answerOffer = (presence: AgentPresence): AgentPresence =>
  presence.missedInARow === 0 ? presence : { ...presence, missedInARow: 0 };

/** The agent let an offer pass. The third in a row pauses every queue the agent works in. */
export const missOffer = (presence: AgentPresence, now: number): AgentPresence => {
  const missedInARow = presence.missedInARow + 1;
  if (missedInARow < missedOffersLimit) return { ...presence, missedInARow };
  const logins = Object.entries(presence.logins).map(([queueId, login]): [string, QueueLogin] => [
    queueId,
    login.kind === 'paused'
      ? login
      : { kind: 'paused', since: now, reason: automaticPauseReason, startedBy: 'platform' },
  ]);
  const paused = withLogins(presence, Object.fromEntries(logins), now);
  return { ...paused, missedInARow: 0, automaticPause: { since: now, missedOffers: missedInARow } };
};
