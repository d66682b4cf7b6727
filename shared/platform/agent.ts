import * as z from 'zod/mini';
import { emailSchema, identifierSchema } from './primitives';

/** The modules of the side menu. Which ones show depends on the agent's permissions. */
export const moduleSchema = z.enum(['attendance', 'monitoring', 'configuration', 'frequent-questions']);

/** What the administrator still has to do before the agent can take attendances. */
export const missingSetupSchema = z.enum(['omnichannel-profile', 'queues', 'licence']);

/** A picture as a data URL: PNG, JPEG or WebP, at most 256 KiB of base64. */
export const photoSchema = z
  .string()
  .check(z.maxLength(262_144), z.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/));

export const agentNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

export const agentSchema = z.object({
  id: identifierSchema,
  name: agentNameSchema,
  email: emailSchema,
  /** The telephone extension (ramal), where the agent has one. */
  extension: z.nullable(z.string()),
  photo: z.nullable(photoSchema),
  permissions: z.array(moduleSchema),
  /** How many attendances the agent may have in progress at once. */
  maximumAttendances: z.int().check(z.positive()),
  /** An agent may log in before this is enabled: `missing` then says what the administrator has yet to do. */
  omnichannel: z.discriminatedUnion('enabled', [
    z.object({ enabled: z.literal(true) }),
    z.object({ enabled: z.literal(false), missing: z.array(missingSetupSchema).check(z.minLength(1)) }),
  ]),
});

export type Agent = z.infer<typeof agentSchema>;
export type Module = z.infer<typeof moduleSchema>;
export type MissingSetup = z.infer<typeof missingSetupSchema>;
