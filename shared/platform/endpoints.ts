import * as z from 'zod/mini';
import { agentNameSchema, agentSchema, photoSchema } from './agent';
import {
  attendanceListSchema,
  attendanceSchema,
  messagePageSchema,
  messageSchema,
  messageTextSchema,
  pastAttendanceSchema,
} from './attendances';
import {
  credentialsSchema,
  idTokenSchema,
  loginOptionsSchema,
  passwordInputSchema,
  passwordSetSchema,
  tokenSchema,
  tokensSchema,
} from './auth';
import { commandIdSchema, emailSchema, identifierSchema } from './primitives';
import { presenceSchema } from './queues';
import type { PlatformProblem } from './problems';

/** One operation of the platform's HTTP API. Success answers 200 with `answer`, or 204 where `answer` is void. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path with `:name` parameters, each an identifier. */
  readonly path: string;
  readonly summary: string;
  /** Whether it needs `Authorization: Bearer <access token>`. */
  readonly isAuthenticated: boolean;
  /** Whether it takes an `Idempotency-Key`: a command that changes something at the platform. */
  readonly isCommand: boolean;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniObject;
  readonly answer: z.ZodMiniType;
  /** The problems it answers with besides invalid-request, invalid-token, too-many-requests, internal, unavailable. */
  readonly problems: readonly PlatformProblem['code'][];
}

const define = <const Shape extends Endpoint>(endpoint: Shape): Shape => endpoint;

/** Reads something as the logged-in agent. */
const read = <const Shape extends Pick<Endpoint, 'path' | 'summary' | 'answer' | 'problems' | 'query'>>(shape: Shape) =>
  define({ method: 'GET', isAuthenticated: true, isCommand: false, ...shape });

/** Changes something as the logged-in agent. */
const command = <const Shape extends Pick<Endpoint, 'path' | 'summary' | 'answer' | 'problems' | 'body'>>(
  shape: Shape,
) => define({ method: 'POST', isAuthenticated: true, isCommand: true, ...shape });

/** Something anybody may ask before being logged in. */
const open = <const Shape extends Pick<Endpoint, 'path' | 'summary' | 'answer' | 'problems' | 'body'>>(shape: Shape) =>
  define({ method: 'POST', isAuthenticated: false, isCommand: false, ...shape });

const queueIds = z.object({ queueIds: z.array(identifierSchema).check(z.minLength(1), z.maxLength(200)) });

/** The whole contract, used by the client's adapter, by the demo's routes and for the OpenAPI document. */
export const endpoints = {
  readLoginOptions: open({
    path: '/v1/auth/options',
    summary: "How an e-mail's domain may log in. The answer does not tell whether the account exists.",
    body: z.object({ email: emailSchema }),
    answer: loginOptionsSchema,
    problems: [],
  }),
  logIn: open({
    path: '/v1/auth/login',
    summary: 'Logs in with e-mail and password.',
    body: credentialsSchema,
    answer: tokensSchema,
    problems: ['invalid-credentials', 'account-locked'],
  }),
  beginMicrosoftSignIn: open({
    path: '/v1/auth/microsoft/begin',
    summary: "Starts a sign-in with Microsoft: the nonce must come back in Microsoft's ID token, once, within minutes.",
    body: z.object({}),
    answer: z.object({ nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/)) }),
    problems: [],
  }),
  exchangeMicrosoftToken: open({
    path: '/v1/auth/microsoft',
    summary:
      "Logs in with Microsoft's ID token. It carries the nonce of a sign-in that was begun, or, renewed without the agent, none: then it must be minutes old at most. Each token works once.",
    body: z.object({ idToken: idTokenSchema }),
    answer: z.object({ email: emailSchema, tokens: tokensSchema }),
    problems: ['microsoft-refused'],
  }),
  refresh: open({
    path: '/v1/auth/refresh',
    summary: 'Rotates the refresh token. Used twice, a token revokes its whole family.',
    body: z.object({ refreshToken: tokenSchema }),
    answer: tokensSchema,
    problems: ['refresh-refused'],
  }),
  logOut: command({
    path: '/v1/auth/logout',
    summary: 'Logs out of every queue and ends the session; refused while attendances are in progress.',
    answer: z.void(),
    problems: ['attendances-in-progress'],
  }),
  requestPasswordReset: open({
    path: '/v1/auth/forgot',
    summary: 'Sends a reset e-mail, if there is such an account. The answer is the same either way.',
    body: z.object({ email: emailSchema, language: z.enum(['pt-BR', 'en']) }),
    answer: z.void(),
    problems: [],
  }),
  checkResetLink: open({
    path: '/v1/auth/reset/check',
    summary: 'Whose password the token of a reset link sets, while it works. The token stays good.',
    body: z.object({ token: tokenSchema }),
    answer: z.object({ email: emailSchema }),
    problems: ['reset-link-refused'],
  }),
  resetPassword: open({
    path: '/v1/auth/reset',
    summary:
      'Sets a password with the token of a reset link, and ends the sessions of the agent. A token works once. Without `wantsSession` the answer carries none.',
    body: z.object({ token: tokenSchema, password: passwordInputSchema, wantsSession: z.boolean() }),
    answer: passwordSetSchema,
    problems: ['password-policy', 'reset-link-refused'],
  }),
  readMe: read({
    path: '/v1/me',
    summary: 'The logged-in agent.',
    answer: agentSchema,
    problems: [],
  }),
  updateMe: define({
    ...command({ path: '/v1/me', summary: "Changes the agent's name.", answer: agentSchema, problems: [] }),
    method: 'PATCH',
    body: z.object({ name: agentNameSchema }),
  }),
  replacePhoto: define({
    ...command({ path: '/v1/me/photo', summary: "Sets the agent's photo.", answer: agentSchema, problems: [] }),
    method: 'PUT',
    body: z.object({ photo: photoSchema }),
  }),
  removePhoto: define({
    ...command({ path: '/v1/me/photo', summary: "Removes the agent's photo.", answer: agentSchema, problems: [] }),
    method: 'DELETE',
  }),
  readPresence: read({
    path: '/v1/queues',
    summary: 'Every queue the agent is linked to, with the state in each, and the time counter.',
    answer: presenceSchema,
    problems: [],
  }),
  logInToQueues: command({
    path: '/v1/queues/log-in',
    summary: 'Logs in to queues. A queue already logged in to stays as it is.',
    body: queueIds,
    answer: presenceSchema,
    problems: ['forbidden', 'not-found'],
  }),
  logOutOfQueues: command({
    path: '/v1/queues/log-out',
    summary: 'Logs out of queues: no new offers from them; attendances in progress go on.',
    body: queueIds,
    answer: presenceSchema,
    problems: ['not-found'],
  }),
  pauseQueue: command({
    path: '/v1/queues/:queueId/pause',
    summary: 'Pauses one queue, for one of its reasons.',
    body: z.object({ reasonId: identifierSchema }),
    answer: presenceSchema,
    problems: ['not-found', 'not-logged-in'],
  }),
  resumeQueue: command({
    path: '/v1/queues/:queueId/resume',
    summary: 'Comes back from a pause.',
    answer: presenceSchema,
    problems: ['not-found', 'not-logged-in'],
  }),
  readAttendances: read({
    path: '/v1/attendances',
    summary: "What waits in the agent's queues, what is offered to the agent, and what the agent has in progress.",
    answer: attendanceListSchema,
    problems: [],
  }),
  acceptAttendance: command({
    path: '/v1/attendances/:attendanceId/accept',
    summary: 'Accepts an offer.',
    answer: attendanceSchema,
    problems: ['offer-gone', 'at-capacity', 'not-found'],
  }),
  rejectAttendance: command({
    path: '/v1/attendances/:attendanceId/reject',
    summary: 'Rejects an offer; it goes to the next agent.',
    answer: z.void(),
    problems: ['offer-gone', 'not-found'],
  }),
  readMessages: read({
    path: '/v1/attendances/:attendanceId/messages',
    summary: 'A page of messages of an attendance, present or past.',
    query: z.object({
      before: z.optional(z.coerce.number().check(z.int(), z.positive())),
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
    }),
    answer: messagePageSchema,
    problems: ['not-found'],
  }),
  sendMessage: command({
    path: '/v1/attendances/:attendanceId/messages',
    summary: 'Sends a message to the customer. The same `clientMessageId` twice is one message.',
    body: z.object({ clientMessageId: commandIdSchema, text: messageTextSchema }),
    answer: messageSchema,
    problems: ['not-found', 'already-finished'],
  }),
  markRead: command({
    path: '/v1/attendances/:attendanceId/read',
    summary: 'Marks the messages up to a sequence number as read.',
    body: z.object({ sequence: z.int().check(z.positive()) }),
    answer: attendanceSchema,
    problems: ['not-found'],
  }),
  finishAttendance: command({
    path: '/v1/attendances/:attendanceId/finish',
    summary: 'Finishes an attendance with a disposition.',
    body: z.object({ dispositionId: identifierSchema }),
    answer: attendanceSchema,
    problems: ['not-found', 'already-finished'],
  }),
  readCustomerHistory: read({
    path: '/v1/customers/:customerId/history',
    summary: "A customer's finished attendances, newest first.",
    answer: z.object({ attendances: z.array(pastAttendanceSchema) }),
    problems: ['not-found'],
  }),
} as const;

/** The event stream is no request with an answer: see `platformEventSchema`. */
export const eventStreamPath = '/v1/events';

export type EndpointName = keyof typeof endpoints;
export type EndpointAnswer<Name extends EndpointName> = z.infer<(typeof endpoints)[Name]['answer']>;
export type EndpointBody<Name extends EndpointName> = (typeof endpoints)[Name] extends {
  body: infer Body extends z.ZodMiniType;
}
  ? z.input<Body>
  : undefined;
