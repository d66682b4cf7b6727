import { z } from 'zod';
import { connectionStateSchema } from '../state/connection';
import { leaveBlockedSchema } from '../state/leaving';
import { sessionStateSchema } from '../state/session';
import { settingsChangeSchema, settingsStateSchema } from '../state/settings';
import { credentialsSchema } from '../platform/auth';
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
    }),
  },
  /** A defect in the renderer. Only the kind of error and where it was: a message could hold a customer's words. */
  'app:report-defect': {
    argument: z.object({ name: z.string().max(80), stack: z.string().max(4000) }),
    answer: z.undefined(),
  },
  /** The interface has broken down and shows nothing of use: main loads it anew. */
  'app:recover': { argument: z.undefined(), answer: z.undefined() },
  /** The alert of `leaving:blocked` is on the screen. Without this word in time main shows a dialog of its own. */
  'leaving:tell-shown': { argument: z.undefined(), answer: z.undefined() },
  'session:sign-in': { argument: credentialsSchema, answer: resultSchema(z.undefined()) },
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
});
