import { second } from '../base/instants';

/** An agent who could be offered an attendance: connected, logged in to its queue, not paused, enabled. */
export interface Candidate {
  readonly agentId: string;
  /** Attendances in progress or ringing at the agent. */
  readonly load: number;
  readonly maximum: number;
  /** When the agent was last offered anything, in milliseconds by the platform's clock; 0 for never. */
  readonly lastOfferAt: number;
  /** When the agent missed or rejected this very attendance, or null. */
  readonly declinedAt: number | null;
}

export type Distribution =
  | { readonly kind: 'offer'; readonly agentId: string }
  /** Everybody who could take it has declined it: ask again then. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'nobody' };

/** How long an agent who declined is left in peace before the same attendance rings again, in milliseconds. */
export const repeatOfferAfter = 5 * second;

const byLoadThenPatience = (left: Candidate, right: Candidate): number =>
  left.load - right.load || left.lastOfferAt - right.lastOfferAt || left.agentId.localeCompare(right.agentId);

/**
 * Who is offered an attendance: of those with room, who has fewest; among equals who has waited longest. Those who
 * declined it come again only when there is nobody else, the longest ago first.
 */
export const distribute = (candidates: readonly Candidate[], now: number): Distribution => {
  const withRoom = candidates.filter(({ load, maximum }) => load < maximum);
  const fresh = withRoom.filter(({ declinedAt }) => declinedAt === null).sort(byLoadThenPatience);
  const [best] = fresh;
  if (best) return { kind: 'offer', agentId: best.agentId };
  const [again] = withRoom
    .flatMap(({ agentId, declinedAt }) => (declinedAt === null ? [] : [{ agentId, declinedAt }]))
    .sort((left, right) => left.declinedAt - right.declinedAt || left.agentId.localeCompare(right.agentId));
  if (!again) return { kind: 'nobody' };
  const until = again.declinedAt + repeatOfferAfter;
  return until <= now ? { kind: 'offer', agentId: again.agentId } : { kind: 'wait', until };
};
