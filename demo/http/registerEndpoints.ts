import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { endpoints, type Endpoint, type EndpointName } from '../../shared/platform/endpoints';
import { commandIdSchema, identifierSchema } from '../../shared/platform/primitives';
import { openRateLimit, refreshRateLimit } from '../auth/rateLimiter';
import { toInstant } from '../base/instants';
import type { World } from '../world';
import { answerError, firstIssuePath } from './answers';
import { bearerToken } from './bearerToken';
import type { Call, Caller } from './call';
import { handlers } from './handlers';
import { invalidRequest, ProblemError } from './problemError';
import { RememberedAnswers, type Answer } from './rememberedAnswers';

const parametersSchema = z.record(z.string(), identifierSchema);

const parse = <Schema extends z.ZodMiniType>(part: string, schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidRequest(firstIssuePath(part, parsed.error));
  return parsed.data;
};

const parseCall = <Name extends EndpointName>(
  endpoint: Endpoint,
  request: FastifyRequest,
  caller: Caller | null,
): Call<Name> => {
  const call = {
    caller,
    parameters: parse('parameters', parametersSchema, request.params),
    query: endpoint.query && parse('query', endpoint.query, request.query),
    body: endpoint.body && parse('body', endpoint.body, request.body),
  };
  // The border between what arrived and the operation's own types: each part was parsed by this operation's schema.
  return call as unknown as Call<Name>;
};

const commandKey = (endpoint: Endpoint, request: FastifyRequest): string | null => {
  const key = request.headers['idempotency-key'];
  return endpoint.isCommand && key !== undefined ? parse('headers.idempotency-key', commandIdSchema, key) : null;
};

/** Answers what came of the same command before, if it was the same command. */
const replay = (
  remembered: RememberedAnswers,
  agentId: string,
  key: string,
  command: string,
): Promise<Answer> | null => {
  const found = remembered.find(agentId, key, command);
  if (found?.kind === 'mismatch') throw invalidRequest('headers.idempotency-key');
  return found?.answer ?? null;
};

const limitRate = ({ rateLimiter }: World, name: EndpointName, request: FastifyRequest): void => {
  const limit = name === 'refresh' ? refreshRateLimit : openRateLimit;
  const retryAt = rateLimiter.take(`${name} ${request.ip}`, limit);
  if (retryAt !== null) throw new ProblemError({ code: 'too-many-requests', retryAt: toInstant(retryAt) });
};

const perform = async <Name extends EndpointName>(world: World, name: Name, call: Call<Name>): Promise<Answer> => {
  const endpoint: Endpoint = endpoints[name];
  try {
    const answer: unknown = await handlers[name](world, call);
    const body = endpoint.answer.parse(answer);
    return { status: body === undefined ? 204 : 200, body, headers: {} };
  } catch (error) {
    return answerError(error, name, endpoint.problems, world.clock);
  }
};

const answerRequest = async <Name extends EndpointName>(
  world: World,
  remembered: RememberedAnswers,
  name: Name,
  request: FastifyRequest,
): Promise<Answer> => {
  const endpoint: Endpoint = endpoints[name];
  if (!endpoint.isAuthenticated) {
    limitRate(world, name, request);
    return perform(world, name, parseCall<Name>(endpoint, request, null));
  }
  const token = bearerToken(request.headers.authorization) ?? '';
  // Logging out ends the session; when its answer got lost, the same command again must still find it.
  const known = world.sessions.identify(token);
  const key = known && commandKey(endpoint, request);
  const command = `${request.method} ${request.url}`;
  const earlier = known && key !== null ? replay(remembered, known.agentId, key, command) : null;
  if (earlier) return earlier;
  const caller = world.sessions.authenticate(token);
  if (!caller) throw new ProblemError({ code: 'invalid-token' });
  const answer = perform(world, name, parseCall<Name>(endpoint, request, caller));
  if (key !== null) remembered.remember(caller.agentId, key, command, answer);
  return answer;
};

/** Sends an answer. Nothing of the platform may be kept by a cache. */
export const sendAnswer = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply
    .status(status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .send(body);

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpoints, name);

/** Every operation of the contract, as a route. */
export const registerEndpoints = (app: FastifyInstance, world: World): void => {
  const remembered = new RememberedAnswers();
  for (const name of Object.keys(endpoints).filter(isEndpointName)) {
    const { method, path, problems }: Endpoint = endpoints[name];
    app.route({
      method,
      url: path,
      handler: async (request, reply) => {
        const answer = await answerRequest(world, remembered, name, request).catch((error: unknown) =>
          answerError(error, name, problems, world.clock),
        );
        return sendAnswer(reply, answer);
      },
    });
  }
};
