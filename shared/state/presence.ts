import * as z from 'zod/mini';
import { presenceSchema } from '../platform/queues';

/** What the platform last said of the agent's presence, and when this computer heard it (ms since 1970, our clock). */
export const presenceStateSchema = z.object({ presence: z.nullable(presenceSchema), heardAt: z.nullable(z.number()) });

export type PresenceState = z.infer<typeof presenceStateSchema>;
