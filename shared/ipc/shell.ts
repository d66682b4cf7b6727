import * as z from 'zod/mini';
import { agentNameSchema, photoSchema } from '../platform/agent';
import { attendanceSchema, messageTextSchema, pastAttendanceSchema } from '../platform/attendances';
import { commandIdSchema, identifierSchema } from '../platform/primitives';
import { attendanceListStateSchema, conversationStateSchema } from '../state/attendances';
import { draftSchema } from '../state/drafts';
import { presenceStateSchema } from '../state/presence';
import { aboutAppSchema } from '../state/policy';
import { resultSchema } from '../state/problem';
import { updateStateSchema } from '../state/update';
import { defineEvents, defineRequests } from './define';

const done = resultSchema(z.undefined());
const queueIds = z.object({ queueIds: z.array(identifierSchema).check(z.minLength(1), z.maxLength(200)) });
const attendanceId = z.object({ attendanceId: identifierSchema });

/** What the shell and its modules need, loaded once somebody is logged in. */
export const shellRequests = defineRequests({
  /** The mirrors' first contents; changes follow as events. */
  'shell:ready': {
    argument: z.undefined(),
    answer: z.object({
      presence: presenceStateSchema,
      attendances: attendanceListStateSchema,
      conversation: z.nullable(conversationStateSchema),
      drafts: z.array(draftSchema),
      /** True once after the page was loaded anew because it had died: the agent is told. */
      wasReloaded: z.boolean(),
      update: updateStateSchema,
    }),
  },
  /** Through `requestLeave`. `vetoed`: `leaving:blocked` has said why. */
  'session:sign-out': { argument: z.undefined(), answer: z.enum(['allowed', 'vetoed']) },
  /** After the alert offered it: closes although attendances are in progress. Main checks again that it may. */
  'leaving:leave-anyway': { argument: z.undefined(), answer: z.enum(['allowed', 'vetoed']) },
  'profile:change-name': { argument: z.object({ name: agentNameSchema }), answer: done },
  'profile:change-photo': { argument: z.object({ photo: z.nullable(photoSchema) }), answer: done },
  'queues:log-in': { argument: queueIds, answer: done },
  'queues:log-out': { argument: queueIds, answer: done },
  'queues:pause': { argument: z.object({ queueId: identifierSchema, reasonId: identifierSchema }), answer: done },
  'queues:resume': { argument: z.object({ queueId: identifierSchema }), answer: done },
  'attendances:accept': { argument: attendanceId, answer: resultSchema(attendanceSchema) },
  'attendances:reject': { argument: attendanceId, answer: done },
  /** Which conversation is on the screen, present or past: main loads it, keeps it current and marks it read. */
  'attendances:open': { argument: z.object({ attendanceId: z.nullable(identifierSchema) }), answer: z.undefined() },
  'attendances:load-older': { argument: attendanceId, answer: z.undefined() },
  /** Queued in main at once; how it fares shows in the conversation's `outgoing`. The same id again sends it again. */
  'attendances:send-message': {
    argument: z.object({ attendanceId: identifierSchema, clientMessageId: commandIdSchema, text: messageTextSchema }),
    answer: z.undefined(),
  },
  /** Drops a message that failed. */
  'attendances:discard-message': {
    argument: z.object({ attendanceId: identifierSchema, clientMessageId: commandIdSchema }),
    answer: z.undefined(),
  },
  /** What stands in the text box now: main keeps it for as long as the attendance lasts. */
  'drafts:write': { argument: draftSchema, answer: z.undefined() },
  'attendances:finish': {
    argument: z.object({ attendanceId: identifierSchema, dispositionId: identifierSchema }),
    answer: done,
  },
  'attendances:read-customer-history': {
    argument: z.object({ customerId: identifierSchema }),
    answer: resultSchema(z.array(pastAttendanceSchema)),
  },
  /** Looks for a newer version now. What comes of it shows in the state; answered when that is settled. */
  'updates:check': { argument: z.undefined(), answer: z.undefined() },
  /** Downloads what was found although the network may cost something. */
  'updates:download': { argument: z.undefined(), answer: z.undefined() },
  /** Through `requestLeave`: `leaving:blocked` says why not. */
  'updates:install': { argument: z.undefined(), answer: z.undefined() },
  /** The agent does not want to be asked now. */
  'updates:postpone': { argument: z.undefined(), answer: z.undefined() },
  'shell:copy-text': { argument: z.object({ text: z.string().check(z.maxLength(10_000)) }), answer: z.undefined() },
  /** What the app is, and what is managed on this computer, as of now. */
  'shell:read-about': { argument: z.undefined(), answer: aboutAppSchema },
  /** https, mailto and tel only; anything else is refused with `false`. */
  'shell:open-link': { argument: z.object({ link: z.string().check(z.maxLength(2048)) }), answer: z.boolean() },
});

export const shellEvents = defineEvents({
  'presence:changed': presenceStateSchema,
  'attendances:changed': attendanceListStateSchema,
  'attendances:conversation-changed': z.nullable(conversationStateSchema),
  /** What was kept when the app ended. What the agent has typed since then is newer. */
  'drafts:restored': z.array(draftSchema),
  'updates:changed': updateStateSchema,
});
