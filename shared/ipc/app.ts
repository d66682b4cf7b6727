import * as z from 'zod/mini';
import { connectionStateSchema } from '../state/connection';
import { leaveBlockedSchema } from '../state/leaving';
import { sessionStateSchema } from '../state/session';
import { settingsChangeSchema, settingsStateSchema } from '../state/settings';
import { credentialsSchema, passwordInputSchema } from '../platform/auth';
import { emailSchema } from '../platform/primitives';
import { loginRulesSchema } from '../state/loginRules';
import { microsoftPlaceSchema } from '../state/microsoft';
import { passwordLinkStateSchema } from '../state/passwordLink';
import { resultSchema } from '../state/problem';
import { defineEvents, defineRequests } from './define';

/** What the login screen needs: these two modules are all the contract that the first screen loads. */
export const appRequests = defineRequests({
  /** The renderer listens from now on; main sends what has waited for it. Answers with where things stand. */
  'app:ready': {
    argument: z.undefined(),
    answer: z.object({
      version: z.string(),
      session: sessionStateSchema,
      connection: connectionStateSchema,
      clockOffset: z.number(),
      settings: settingsStateSchema,
      /** They stay as they were when the app started. */
      loginRules: loginRulesSchema,
      passwordLink: passwordLinkStateSchema,
    }),
  },
  /** A defect in the renderer. Only the kind of error and where it was: a message could hold a customer's words. */
  'app:report-defect': {
    argument: z.object({ name: z.string().check(z.maxLength(80)), stack: z.string().check(z.maxLength(4000)) }),
    answer: z.undefined(),
  },
  /** The interface has broken down and shows nothing of use: main loads it anew. */
  'app:recover': { argument: z.undefined(), answer: z.undefined() },
  /** The alert of `leaving:blocked` is on the screen. Without this word in time main shows a dialog of its own. */
  'leaving:tell-shown': { argument: z.undefined(), answer: z.undefined() },
  'session:sign-in': { argument: credentialsSchema, answer: resultSchema(z.undefined()) },
  /** How the e-mail's domain may log in. */
  'session:read-login-options': {
    argument: z.object({ email: emailSchema }),
    answer: resultSchema(z.object({ password: z.boolean(), microsoft: z.boolean(), selfManaged: z.boolean() })),
  },
  /** Ends when the agent is logged in or has given up, minutes later perhaps. One at a time: a second one takes over. */
  'session:sign-in-with-microsoft': {
    argument: z.object({ email: emailSchema, place: z.nullable(microsoftPlaceSchema) }),
    answer: resultSchema(z.enum(['signed-in', 'cancelled'])),
  },
  'session:cancel-microsoft': { argument: z.undefined(), answer: z.undefined() },
  /** Asks for the e-mail with a link. The same answer whether the account exists or not. */
  'password:request-link': { argument: z.object({ email: emailSchema }), answer: resultSchema(z.undefined()) },
  /** The agent opens the link that waits, tries again to have it checked, or is done with it. */
  'password:open-link': { argument: z.undefined(), answer: z.undefined() },
  'password:dismiss-link': { argument: z.undefined(), answer: z.undefined() },
  /** Sets the password with the link that is open. `login`: the agent logs in with it. `saved`: somebody is logged in. */
  'password:save': {
    argument: z.object({ password: passwordInputSchema }),
    answer: resultSchema(z.enum(['signed-in', 'login', 'saved'])),
  },
  'connection:retry': { argument: z.undefined(), answer: z.undefined() },
  'settings:change': { argument: settingsChangeSchema, answer: z.undefined() },
});

export const appEvents = defineEvents({
  'session:changed': sessionStateSchema,
  'connection:changed': connectionStateSchema,
  /** What to add to this computer's clock to get the platform's, in milliseconds. */
  'connection:clock-changed': z.number(),
  'settings:changed': settingsStateSchema,
  'leaving:blocked': leaveBlockedSchema,
  'password:link-changed': passwordLinkStateSchema,
});
