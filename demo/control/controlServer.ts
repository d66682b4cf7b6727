import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { agentNameSchema, missingSetupSchema } from '../../shared/platform/agent';
import { messageTextSchema } from '../../shared/platform/attendances';
import { emailSchema, identifierSchema } from '../../shared/platform/primitives';
import { firstIssuePath } from '../http/answers';
import { sendPasswordEmail } from '../auth/sendPasswordEmail';
import { refuseOtherNames } from '../http/listen';
import { createServer } from '../http/platformServer';
import { invalidRequest, notFound } from '../http/problemError';
import type { Identity } from '../identity/startIdentity';
import { registerAgent } from '../profile/registerAgent';
import type { World } from '../world';
import type { Faults } from './faults';
import { faultsSchema } from './faultRules';
import { describeWorld } from './worldState';

const idSchema = z.object({ id: identifierSchema });
const textSchema = z.strictObject({ text: messageTextSchema });
const arrivalSchema = z.strictObject({
  queueId: identifierSchema,
  customerId: identifierSchema,
  text: z.optional(messageTextSchema),
});
const clockSchema = z.strictObject({ timeScale: z.number().positive().max(10_000_000) });
/** Of the e-mail that goes out. */
const languageSchema = z.enum(['pt-BR', 'en']).default('pt-BR');
const agentChangeSchema = z.strictObject({
  maximumAttendances: z.number().int().positive().max(100).optional(),
  /** What is still missing; nothing missing enables the agent. */
  missing: z.array(missingSetupSchema).optional(),
  language: languageSchema,
});
const registrationSchema = z.strictObject({
  name: agentNameSchema,
  email: emailSchema,
  extension: z.string().min(1).nullable().default(null),
  queueIds: z.array(identifierSchema).default([]),
  language: languageSchema,
});

const parseBody = <Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> => {
  const parsed = schema.safeParse(request.body);
  if (!parsed.success) throw invalidRequest(firstIssuePath('body', parsed.error));
  return parsed.data;
};

const parseId = (request: FastifyRequest): string => {
  const parsed = idSchema.safeParse(request.params);
  if (!parsed.success) throw invalidRequest(firstIssuePath('parameters', parsed.error));
  return parsed.data.id;
};

/** The control API: how tests and demonstrations play the world. For this computer only. */
export const createControlServer = (
  world: World,
  faults: Faults,
  identity: Pick<Identity, 'certificateAuthority'>,
): FastifyInstance => {
  const app = createServer(world.clock);
  refuseOtherNames(app);
  app.get('/state', () => describeWorld(world, faults));
  app.get('/ca.pem', async (_request, reply) =>
    reply.type('application/x-pem-file').send(await identity.certificateAuthority()),
  );
  app.get('/emails', () => ({ emails: world.mailbox.all() }));
  app.post('/attendances', (request) => {
    const { queueId, customerId, text } = parseBody(arrivalSchema, request);
    const { id, protocol, progress } = world.conversations.arrive(queueId, customerId, text ?? null);
    return { id, protocol, state: progress.kind };
  });
  app.post('/attendances/:id/messages', (request) => {
    const id = parseId(request);
    return world.conversations.customerWrites(id, parseBody(textSchema, request).text);
  });
  app.post('/attendances/:id/withdraw', (request) => {
    const id = parseId(request);
    world.conversations.withdraw(id);
    return { id, state: world.attendances.get(id).progress.kind };
  });
  app.post('/sessions/:id/revoke', (request) => {
    const id = parseId(request);
    if (!world.sessions.isLive(id)) throw notFound();
    world.sessions.end(id, 'revoked');
    return { id };
  });
  app.post('/agents', (request) => registerAgent(world, parseBody(registrationSchema, request)));
  app.post('/agents/:id', (request) => {
    const id = parseId(request);
    const { maximumAttendances, missing, language } = parseBody(agentChangeSchema, request);
    const account = world.agents.get(id);
    const agent = world.agents.update(id, {
      ...(maximumAttendances === undefined ? {} : { maximumAttendances }),
      ...(missing === undefined
        ? {}
        : { omnichannel: missing.length === 0 ? { enabled: true } : { enabled: false, missing } }),
    });
    const isNewlyEnabled = agent.omnichannel.enabled && !account.omnichannel.enabled;
    if (isNewlyEnabled && account.login === 'password') sendPasswordEmail(world, account, language);
    return agent;
  });
  app.post('/faults', (request) => {
    faults.set(parseBody(faultsSchema, request));
    return faults.view();
  });
  app.post('/clock', (request) => {
    world.clock.setTimeScale(parseBody(clockSchema, request).timeScale);
    return { time: new Date(world.clock.now()).toISOString(), timeScale: world.clock.timeScale };
  });
  return app;
};
