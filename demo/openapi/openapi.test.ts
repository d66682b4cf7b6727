import { readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoints, eventStreamPath, type Endpoint, type EndpointName } from '../../shared/platform/endpoints';
import { loginOptionsSchema } from '../../shared/platform/auth';
import { directory } from '../identity/directory';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient, type CallParts, type Reply } from '../testing/demoClient';
import { MsalClient } from '../testing/msalClient';
import { formatDocument } from './document';

const referenceSchema = z.object({ $ref: z.string() });
const responseSchema = z.object({
  headers: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
});
const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()),
  responses: z.record(z.string(), z.union([referenceSchema, responseSchema])),
});
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({
    responses: z.record(z.string(), responseSchema),
    schemas: z.record(z.string(), z.unknown()),
  }),
});

const documentPath = new URL('../../docs/platform-api/openapi.json', import.meta.url);
const documentText = await readFile(documentPath, 'utf8');
const openApi = documentSchema.parse(JSON.parse(documentText));

const operations = Object.values(openApi.paths).flatMap((methods) => Object.values(methods));
const operationOf = (name: string) => {
  const operation = operations.find(({ operationId }) => operationId === name);
  if (!operation) throw new Error(`the document has no ${name}`);
  return operation;
};

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'document', components: openApi.components });

/** What the document says of an answer with this status, resolved. */
const responseOf = (name: string, status: number): z.infer<typeof responseSchema> => {
  const response = operationOf(name).responses[String(status)];
  if (!response) throw new Error(`${name} does not document ${status}`);
  if (!('$ref' in response)) return response;
  const resolved = openApi.components.responses[response.$ref.replace('#/components/responses/', '')];
  if (!resolved) throw new Error(`${response.$ref} is not in the document`);
  return resolved;
};

const validatorOf = (schema: unknown): ValidateFunction => {
  const absolute: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'));
  return ajv.compile(z.record(z.string(), z.unknown()).parse(absolute));
};

/** Throws where an answer is not as the document says. */
const checkAnswer = (name: string, { status, headers, body }: Reply): void => {
  const { content, headers: documentedHeaders = {} } = responseOf(name, status);
  for (const header of Object.keys(documentedHeaders)) expect(headers.has(header)).toBe(true);
  if (!content) {
    expect(body).toBeUndefined();
    return;
  }
  const validate = validatorOf(content['application/json']?.schema);
  if (!validate(body)) throw new Error(`${name} ${status}: ${ajv.errorsText(validate.errors)}`);
};

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);
const endpointNames = Object.keys(endpoints).filter(isEndpointName);

let demo: Demo;
let client: DemoClient;
beforeEach(async () => {
  demo = await startDemo();
  client = new DemoClient(demo);
});
afterEach(() => demo.stop());

describe('the OpenAPI document', () => {
  it('is the one that the schemas make: `npm run openapi` writes it', () => {
    expect(documentText).toBe(formatDocument());
  });

  it('has every operation of the contract, and the event stream', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.sort()).toEqual([...endpointNames, 'readEvents'].sort());
  });

  it('is what the running platform answers to every operation, in an agent’s day', async () => {
    const called = new Set<string>();
    const call = async (name: EndpointName, parts: CallParts = {}) => {
      const reply = await client.send(name, parts);
      expect(reply.status, name).toBeLessThan(300);
      checkAnswer(name, reply);
      called.add(name);
      return reply.body;
    };
    const idSchema = z.object({ id: z.string() });
    const support = { queueId: 'queue-support-whatsapp' };
    const arrive = async () => {
      const arrival = { ...support, customerId: 'customer-002', text: 'Oi' };
      return { attendanceId: idSchema.parse((await client.control('POST', '/attendances', arrival)).body).id };
    };
    const email = 'ana.souza@aurora.example';

    await call('requestPasswordReset', { body: { email, language: 'pt-BR' } });
    const { emails } = z
      .object({ emails: z.array(z.object({ token: z.string() })) })
      .parse((await client.control('GET', '/emails')).body);
    const token = emails[0]?.token;
    await call('checkResetLink', { body: { token } });
    await call('resetPassword', { body: { token, password: 'Girassol@2026', wantsSession: true } });
    const fernanda = directory[0];
    const options = loginOptionsSchema.parse(await call('readLoginOptions', { body: { email: fernanda?.email } }));
    const { nonce } = z.object({ nonce: z.string() }).parse(await call('beginMicrosoftSignIn', { body: {} }));
    if (!fernanda || !options.microsoft) throw new Error('Microsoft is not offered');
    const microsoft = new MsalClient(options.microsoft, await demo.microsoft.certificateAuthority());
    const { idToken } = await microsoft.signIn(fernanda, nonce);
    await call('exchangeMicrosoftToken', { body: { idToken } });
    await call('logIn', { body: { email, password: 'Girassol@2026' } });
    const { refreshToken } = await client.logIn();
    await call('refresh', { body: { refreshToken } });
    await call('readMe');
    await call('updateMe', { body: { name: 'Ana Souza' } });
    await call('replacePhoto', { body: { photo: 'data:image/png;base64,AAAA' } });
    await call('removePhoto');
    await call('readPresence');
    const events = await client.events();
    await call('logInToQueues', { body: { queueIds: [support.queueId] } });
    await call('pauseQueue', { parameters: support, body: { reasonId: 'pause-lunch' } });
    await call('resumeQueue', { parameters: support });
    const parameters = await arrive();
    await call('readAttendances');
    await call('acceptAttendance', { parameters });
    await call('sendMessage', { parameters, body: { clientMessageId: 'message-0001', text: 'Olá!' } });
    await call('readMessages', { parameters, query: { limit: '1' } });
    await call('markRead', { parameters, body: { sequence: 1 } });
    await call('finishAttendance', { parameters, body: { dispositionId: 'disposition-resolved' } });
    await call('readCustomerHistory', { parameters: { customerId: 'customer-002' } });
    await call('rejectAttendance', { parameters: await arrive() });
    await call('logOutOfQueues', { body: { queueIds: [support.queueId] } });

    await events.next('attendance-removed', ({ reason }) => reason === 'left-queue');
    const streamSchema = responseOf('readEvents', 200).content?.['text/event-stream']?.schema;
    const validateEvent = validatorOf(streamSchema);
    expect(events.received.length).toBeGreaterThan(10);
    for (const { event } of events.received) expect(validateEvent(event), event.type).toBe(true);

    await call('logOut');
    expect([...called].sort()).toEqual([...endpointNames].sort());
  });

  it.each(endpointNames.filter((name) => endpoints[name].isAuthenticated))(
    'says how %s refuses somebody without a token',
    async (name) => {
      const reply = await client.send(name, { token: null });
      expect(reply).toMatchObject({ status: 401, body: { code: 'invalid-token' } });
      checkAnswer(name, reply);
    },
  );

  it('says how the event stream refuses somebody without a token', async () => {
    const response = await fetch(`${demo.url}${eventStreamPath}`);
    expect(response.status).toBe(401);
    checkAnswer('readEvents', { status: 401, headers: response.headers, body: await response.json() });
  });

  it.each(endpointNames.filter((name) => 'body' in endpoints[name]))('says how %s refuses a bad body', async (name) => {
    const endpoint: Endpoint = endpoints[name];
    if (endpoint.isAuthenticated) await client.logIn();
    const reply = await client.send(name, {
      parameters: { queueId: 'queue-support-whatsapp', attendanceId: 'attendance-1' },
      body: ['nothing', 'of use'],
    });
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    checkAnswer(name, reply);
  });
});
