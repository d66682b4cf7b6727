import * as z from 'zod/mini';
import { agentSchema } from '../../shared/platform/agent';
import {
  attendanceListSchema,
  attendanceSchema,
  customerSchema,
  messagePageSchema,
  messageSchema,
  pastAttendanceSchema,
} from '../../shared/platform/attendances';
import {
  idTokenSchema,
  loginOptionsSchema,
  microsoftApplicationSchema,
  passwordSetSchema,
  tokenSchema,
  tokensSchema,
} from '../../shared/platform/auth';
import { endpoints, eventStreamPath, type Endpoint } from '../../shared/platform/endpoints';
import { platformEventSchema } from '../../shared/platform/events';
import {
  channelSchema,
  commandIdSchema,
  emailSchema,
  identifierSchema,
  instantSchema,
} from '../../shared/platform/primitives';
import { holdingAttendanceSchema, platformProblemSchema, type PlatformProblem } from '../../shared/platform/problems';
import { pauseReasonSchema, presenceSchema, queueSchema } from '../../shared/platform/queues';
import { commonProblems, problemStatus } from '../http/problemStatus';

type Json = Readonly<Record<string, unknown>>;
type ProblemCode = PlatformProblem['code'];

const named: Readonly<Record<string, z.ZodMiniType>> = {
  Agent: agentSchema,
  Attendance: attendanceSchema,
  AttendanceList: attendanceListSchema,
  Channel: channelSchema,
  CommandId: commandIdSchema,
  Customer: customerSchema,
  Email: emailSchema,
  HoldingAttendance: holdingAttendanceSchema,
  IdToken: idTokenSchema,
  Identifier: identifierSchema,
  Instant: instantSchema,
  LoginOptions: loginOptionsSchema,
  Message: messageSchema,
  MessagePage: messagePageSchema,
  MicrosoftApplication: microsoftApplicationSchema,
  PasswordSet: passwordSetSchema,
  PastAttendance: pastAttendanceSchema,
  PauseReason: pauseReasonSchema,
  PlatformEvent: platformEventSchema,
  PlatformProblem: platformProblemSchema,
  Presence: presenceSchema,
  Queue: queueSchema,
  Token: tokenSchema,
  Tokens: tokensSchema,
};

const allEndpoints: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints);

const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const isVoid = (schema: z.ZodMiniType): boolean => schema instanceof z.ZodMiniVoid;

/** Every schema under the name the document gives it: shared ones once, then each operation's body and answer. */
const nameSchemas = (): ReadonlyMap<z.ZodMiniType, string> => {
  const names = new Map<z.ZodMiniType, string>(Object.entries(named).map(([name, schema]) => [schema, name]));
  for (const [name, { body, answer }] of allEndpoints) {
    if (body && !names.has(body)) names.set(body, `${capitalize(name)}Body`);
    if (!isVoid(answer) && !names.has(answer)) names.set(answer, `${capitalize(name)}Answer`);
  }
  return names;
};

const names = nameSchemas();

const reference = (schema: z.ZodMiniType): Json => ({ $ref: `#/components/schemas/${names.get(schema) ?? ''}` });

/** A schema as part of a document, which names its dialect and address once for all. */
const withoutHead = (schema: Json): Json =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));

const inline = (schema: z.core.$ZodType): Json => withoutHead(z.toJSONSchema(schema, { io: 'output' }));

const componentSchemas = (): Json => {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    // Written for readers who skip fields they don't know: additional ones are not forbidden.
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  const sorted = Object.entries(schemas).sort(([left], [right]) => left.localeCompare(right));
  return Object.fromEntries(sorted.map(([id, schema]) => [id, withoutHead(schema)]));
};

const json = (schema: Json): Json => ({ 'application/json': { schema } });

const retryHeader: Json = {
  'Retry-After': { description: 'Seconds to wait.', required: true, schema: { type: 'integer', minimum: 1 } },
};

/** A list of problems by the status each is answered with. */
const byStatus = (codes: readonly ProblemCode[]): readonly (readonly [number, readonly ProblemCode[]])[] => {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort((left, right) => left - right);
  return statuses.map((status) => [
    status,
    [...new Set(codes.filter((code) => problemStatus[code] === status))].sort(),
  ]);
};

const responseName = (codes: readonly ProblemCode[]): string => codes.join('.');

/** The answers a list of problems comes with, by status. Those with the same problems share one component. */
const problemResponses = (codes: readonly ProblemCode[]): Json =>
  Object.fromEntries(
    byStatus(codes).map(([status, ofStatus]): [string, Json] => [
      String(status),
      { $ref: `#/components/responses/${responseName(ofStatus)}` },
    ]),
  );

const componentResponses = (lists: readonly (readonly ProblemCode[])[]): Json =>
  Object.fromEntries(
    lists.flatMap(byStatus).map(([status, codes]): [string, Json] => {
      const schema: Json = { allOf: [reference(platformProblemSchema), { properties: { code: { enum: codes } } }] };
      const headers = status === 423 || status === 429 ? { headers: retryHeader } : {};
      return [responseName(codes), { description: codes.join(', '), ...headers, content: json(schema) }];
    }),
  );

/** Only an operation that asks for a token can find it wanting. */
const problemsOf = ({ isAuthenticated, problems }: Endpoint): readonly ProblemCode[] => [
  ...problems,
  ...commonProblems.filter((code) => isAuthenticated || code !== 'invalid-token'),
];

const streamProblems: readonly ProblemCode[] = ['invalid-token', 'internal', 'unavailable'];

const parametersOf = ({ path, query, isCommand }: Endpoint): readonly Json[] => {
  const ofPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: inline(identifierSchema),
  }));
  const shape: Readonly<Record<string, z.core.$ZodType>> = query?.shape ?? {};
  const ofQuery = Object.entries(shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: inline(schema),
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Made by the client. The same key again answers what came of the first, without doing it again.',
    schema: inline(commandIdSchema),
  };
  return [...ofPath, ...ofQuery, ...(isCommand ? [key] : [])];
};

const operationOf = (name: string, endpoint: Endpoint): Json => {
  const { answer, body, isAuthenticated, summary } = endpoint;
  const parameters = parametersOf(endpoint);
  return {
    operationId: name,
    summary,
    security: isAuthenticated ? [{ accessToken: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(reference(body)) } } : {}),
    responses: {
      ...(isVoid(answer)
        ? { 204: { description: 'Done.' } }
        : { 200: { description: 'Done.', content: json(reference(answer)) } }),
      ...problemResponses(problemsOf(endpoint)),
    },
  };
};

const eventStreamOperation: Json = {
  operationId: 'readEvents',
  summary: 'The event stream. Each `data` is one PlatformEvent, its `type` repeated as `event`.',
  security: [{ accessToken: [] }],
  parameters: [
    {
      name: 'Last-Event-ID',
      in: 'header',
      required: false,
      description: 'Resumes after this event. Without it the stream starts from now.',
      schema: { type: 'string', pattern: '^[0-9]+$' },
    },
  ],
  responses: {
    200: {
      description: 'Events as they happen, with a heartbeat every five seconds, until the session ends.',
      content: { 'text/event-stream': { schema: reference(platformEventSchema) } },
    },
    ...problemResponses(streamProblems),
  },
};

/** The contract as an OpenAPI 3.1 document. */
export const createDocument = (): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of allEndpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  paths[eventStreamPath] = { get: eventStreamOperation };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Smartspace platform API for agent clients',
      version: '1',
      description: 'Generated from the schemas in shared/platform. Times are by the platform’s clock.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://app.smartspace.us' }],
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer' } },
      responses: componentResponses([streamProblems, ...allEndpoints.map(([, endpoint]) => problemsOf(endpoint))]),
      schemas: componentSchemas(),
    },
  };
};

/** The document as the committed file has it. */
export const formatDocument = (): string => `${JSON.stringify(createDocument(), null, 2)}\n`;
