import { z } from 'zod';
import type { Presence, PresenceTimer, QueueState } from '../../shared/platform/queues';
import type { Clock } from '../base/clock';
import { toInstant } from '../base/instants';
import { Signal } from '../base/signal';
import { notFound, ProblemError } from '../http/problemError';
import type { Agents } from '../profile/agents';
import {
  absent,
  agentPresenceSchema,
  answerOffer,
  logIn,
  logOut,
  missOffer,
  pause,
  resume,
  type AgentPresence,
  type QueueLogin,
} from './presenceRules';
import type { QueueCatalogue } from './queueCatalogue';

export const presenceSnapshotSchema = z.array(z.tuple([z.string(), agentPresenceSchema]));

export interface PresenceChange {
  readonly agentId: string;
  readonly before: AgentPresence;
  readonly after: AgentPresence;
}

const viewLogin = (login: QueueLogin | undefined): QueueState =>
  login ? { ...login, since: toInstant(login.since) } : { kind: 'logged-out' };

const viewTimer = (timer: AgentPresence['timer']): PresenceTimer =>
  timer.kind === 'off' ? timer : { ...timer, since: toInstant(timer.since) };

/** Owns who is logged in to which queue. Nobody else decides it, and the client only shows it. */
export class PresenceService {
  readonly changed = new Signal<PresenceChange>();
  private readonly presences = new Map<string, AgentPresence>();

  constructor(
    private readonly agents: Agents,
    private readonly queues: QueueCatalogue,
    private readonly clock: Clock,
  ) {}

  of(agentId: string): AgentPresence {
    return this.presences.get(agentId) ?? absent;
  }

  view(agentId: string): Presence {
    const presence = this.of(agentId);
    const queues = this.agents.get(agentId).queueIds.map((queueId) => {
      const { id, name, channel, pauseReasons } = this.queues.get(queueId);
      return { id, name, channel, pauseReasons: [...pauseReasons], state: viewLogin(presence.logins[id]) };
    });
    const { automaticPause } = presence;
    return {
      revision: presence.revision,
      queues,
      timer: viewTimer(presence.timer),
      automaticPause: automaticPause && { ...automaticPause, since: toInstant(automaticPause.since) },
      serverTime: toInstant(this.clock.now()),
    };
  }

  /** Throws `not-found` for an unknown queue, `forbidden` for one the agent may not work in; then none is logged in to. */
  logIn(agentId: string, queueIds: readonly string[]): void {
    const { queueIds: linked } = this.agents.get(agentId);
    const known = queueIds.map((queueId) => this.queues.get(queueId).id);
    if (!this.agents.mayAttend(agentId) || !known.every((queueId) => linked.includes(queueId))) {
      throw new ProblemError({ code: 'forbidden' });
    }
    this.put(agentId, logIn(this.of(agentId), queueIds, this.clock.now()));
  }

  /** Throws `not-found` for a queue the agent is not linked to. */
  logOut(agentId: string, queueIds: readonly string[]): void {
    for (const queueId of queueIds) this.requireLinked(agentId, queueId);
    this.put(agentId, logOut(this.of(agentId), queueIds, this.clock.now()));
  }

  logOutOfAll(agentId: string): void {
    this.put(agentId, logOut(this.of(agentId), Object.keys(this.of(agentId).logins), this.clock.now()));
  }

  /** Throws `not-found` for an unknown queue or reason, `not-logged-in`. */
  pause(agentId: string, queueId: string, reasonId: string): void {
    this.requireLinked(agentId, queueId);
    const reason = this.queues.get(queueId).pauseReasons.find(({ id }) => id === reasonId);
    if (!reason) throw notFound();
    this.putLoggedIn(agentId, pause(this.of(agentId), queueId, reason, this.clock.now()));
  }

  /** Throws `not-found`, `not-logged-in`. */
  resume(agentId: string, queueId: string): void {
    this.requireLinked(agentId, queueId);
    this.putLoggedIn(agentId, resume(this.of(agentId), queueId, this.clock.now()));
  }

  offerAnswered(agentId: string): void {
    this.put(agentId, answerOffer(this.of(agentId)));
  }

  offerMissed(agentId: string): void {
    this.put(agentId, missOffer(this.of(agentId), this.clock.now()));
  }

  snapshot(): z.infer<typeof presenceSnapshotSchema> {
    return [...this.presences];
  }

  restore(snapshot: z.infer<typeof presenceSnapshotSchema>): void {
    for (const [agentId, presence] of snapshot) this.presences.set(agentId, presence);
  }

  private requireLinked(agentId: string, queueId: string): void {
    if (!this.agents.get(agentId).queueIds.includes(queueId)) throw notFound();
  }

  private putLoggedIn(agentId: string, presence: AgentPresence | null): void {
    if (presence === null) throw new ProblemError({ code: 'not-logged-in' });
    this.put(agentId, presence);
  }

  private put(agentId: string, after: AgentPresence): void {
    const before = this.of(agentId);
    this.presences.set(agentId, after);
    if (after.revision !== before.revision) this.changed.send({ agentId, before, after });
  }
}
