import { z } from 'zod';
import { presenceSchema } from '../platform/queues';

/** What the platform last said of the agent's presence, and when this computer heard it (ms since 1970, our clock). */
export const presenceStateSchema = z.object({ presence: presenceSchema.nullable(), heardAt: z.number().nullable() });

export type PresenceState = z.infer<typeof presenceStateSchema>;
