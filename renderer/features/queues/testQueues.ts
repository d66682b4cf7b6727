import type { Presence, Queue, QueueState } from '../../../shared/platform/queues';

/** A queue for tests; what is not given does not matter to the test. */
export const makeQueue = (queue: Partial<Queue> & Pick<Queue, 'id'>): Queue => ({
  name: `Fila ${queue.id}`,
  channel: 'whatsapp',
  pauseReasons: [],
  state: { kind: 'logged-out' },
  ...queue,
});

/** A pause reason of ten minutes, and one without a limit. */
export const lunch = { id: 'lunch', name: 'Almoço', limitSeconds: 600 } as const;
export const training = { id: 'training', name: 'Treinamento', limitSeconds: null } as const;

export const loggedIn = (since = '2026-11-22T12:40:00.000Z'): QueueState => ({ kind: 'logged-in', since });

export const paused = (startedBy: 'agent' | 'platform' = 'agent', since = '2026-11-22T12:40:00.000Z'): QueueState => ({
  kind: 'paused',
  since,
  reason: lunch,
  startedBy,
});

/** What the platform says, for tests. */
export const makePresence = (presence: Partial<Presence>): Presence => ({
  revision: 1,
  queues: [],
  timer: { kind: 'off' },
  automaticPause: null,
  serverTime: '2026-11-22T12:45:00.000Z',
  ...presence,
});
