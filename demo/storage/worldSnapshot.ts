import { z } from 'zod';
import { attendancesSnapshotSchema } from '../attendances/attendanceBook';
import { passwordResetsSnapshotSchema } from '../auth/passwordResets';
import { sessionsSnapshotSchema } from '../auth/sessions';
import { agentAccountSchema } from '../profile/agents';
import { presenceSnapshotSchema } from '../queues/presenceService';
import type { World } from '../world';

/** Everything of the platform that outlives it, where it is told to keep it. Passwords and tokens only as hashes. */
export const worldSnapshotSchema = z.object({
  version: z.literal(1),
  seed: z.number(),
  /** How far the platform's clock was ahead, in milliseconds. */
  clockAheadBy: z.number(),
  agents: z.array(agentAccountSchema),
  sessions: sessionsSnapshotSchema,
  passwordResets: passwordResetsSnapshotSchema,
  presence: presenceSnapshotSchema,
  attendances: attendancesSnapshotSchema,
});

export type WorldSnapshot = z.infer<typeof worldSnapshotSchema>;

export const takeSnapshot = (world: World, seed: number): WorldSnapshot => ({
  version: 1,
  seed,
  clockAheadBy: world.clock.aheadBy,
  agents: [...world.agents.all()],
  sessions: world.sessions.snapshot(),
  passwordResets: world.passwordResets.snapshot(),
  presence: world.presence.snapshot(),
  attendances: world.attendances.snapshot(),
});

/** Puts a world back as it was; what was ringing or on its way goes on. */
export const restoreSnapshot = (world: World, snapshot: WorldSnapshot): void => {
  world.agents.restore(snapshot.agents);
  world.sessions.restore(snapshot.sessions);
  world.passwordResets.restore(snapshot.passwordResets);
  world.presence.restore(snapshot.presence);
  world.attendances.restore(snapshot.attendances);
  for (const { id } of world.agents.all()) {
    if (Object.keys(world.presence.of(id).logins).length > 0) world.absence.watch(id);
  }
  world.conversations.resume();
  world.distributor.resume();
};
