import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { missingSetupSchema } from '../../shared/platform/agent';
import { messageTextSchema } from '../../shared/platform/attendances';
import { identifierSchema } from '../../shared/platform/primitives';
import { firstIssuePath } from '../http/answers';
import { createServer } from '../http/platformServer';
import { invalidRequest, notFound, ProblemError } from '../http/problemError';
import type { World } from '../world';
import type { Faults } from './faults';
import { faultsSchema } from './faultRules';
import { describeWorld } from './worldState';

const idSchema = z.object({ id: identifierSchema });
const textSchema = z.strictObject({ text: messageTextSchema });
const arrivalSchema = z.strictObject({
  queueId: identifierSchema,
  customerId: identifierSchema,
  text: messageTextSchema.optional(),
});
const clockSchema = z.strictObject({ timeScale: z.number().positive().max(100_000) });
const agentChangeSchema = z.strictObject({
  maximumAttendances: z.number().int().positive().max(100).optional(),
  /** What is still missing; nothing missing enables the agent. */
  missing: z.array(missingSetupSchema).optional(),
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

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The control API: how tests and demonstrations play the world. For this computer only. */
export const createControlServer = (world: World, faults: Faults): FastifyInstance => {
  const app = createServer(world.clock);
  app.addHook('onRequest', async (request) => {
    // A web page that has its own name point here still sends that name.
    if (!loopbackHost.test(request.headers.host ?? '')) throw new ProblemError({ code: 'forbidden' });
    return Promise.resolve();
  });
  app.get('/state', () => describeWorld(world, faults));
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
  app.post('/agents/:id', (request) => {
    const id = parseId(request);
    const { maximumAttendances, missing } = parseBody(agentChangeSchema, request);
    return world.agents.update(id, {
      ...(maximumAttendances === undefined ? {} : { maximumAttendances }),
      ...(missing === undefined
        ? {}
        : { omnichannel: missing.length === 0 ? { enabled: true } : { enabled: false, missing } }),
    });
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
