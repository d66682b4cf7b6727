import * as z from 'zod/mini';
import { microsoftPlaceSchema, type MicrosoftPlace } from './microsoft';

export const loginMethodSchema = z.enum(['password', 'microsoft']);

/** How agents may log in on this computer, as its policies say. The platform has its own say, for each e-mail. */
export const loginRulesSchema = z.object({
  methods: z.array(loginMethodSchema),
  /** Where Microsoft is signed in with, whatever anybody would rather; null where that is free. */
  enforcedPlace: z.nullable(microsoftPlaceSchema),
  /** Where it begins as long as nothing else is chosen. */
  usualPlace: microsoftPlaceSchema,
});

export type LoginMethod = z.infer<typeof loginMethodSchema>;
export type LoginRules = z.infer<typeof loginRulesSchema>;

/** On a computer without policies. */
export const freeLoginRules: LoginRules = {
  methods: ['password', 'microsoft'],
  enforcedPlace: null,
  usualPlace: 'popup',
};

/**
 * Where a sign-in with Microsoft begins.
 *
 * @param chosen the setting: it starts as `popup`, so only `browser` has ever been chosen
 */
export const microsoftPlaceBy = (rules: LoginRules, chosen: MicrosoftPlace): MicrosoftPlace =>
  rules.enforcedPlace ?? (chosen === 'browser' ? chosen : rules.usualPlace);
