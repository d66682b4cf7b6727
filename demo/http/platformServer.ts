import type { Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { registerFaults } from '../control/registerFaults';
import type { Faults } from '../control/faults';
import { registerEventStream } from '../events/eventRoute';
import { registerLandingPage } from '../mail/landingPage';
import { registerPasswordPage } from '../passwordPage/registerPasswordPage';
import type { World } from '../world';
import { answerError } from './answers';
import { invalidRequest, notFound, ProblemError } from './problemError';
import { registerEndpoints, sendAnswer } from './registerEndpoints';

/** A photo is the largest thing a client sends. In bytes. */
const bodyLimit = 512 * 1024;

/** What Fastify itself refuses, in the words of the contract. */
const translateError = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError({ code: 'too-large' });
  return error.code.startsWith('FST_ERR_CTP_') ? invalidRequest('body') : error;
};

/** A server with the contract's manners: JSON only, an empty body is none, every refusal is a problem. */
export const createServer = (clock: World['clock']): FastifyInstance => {
  const app = fastify({ bodyLimit, forceCloseConnections: true, return503OnClosing: false });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    void parseJson(request, String(body), (error, value: unknown) => {
      done(error && invalidRequest('body'), value);
    });
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
  app.setErrorHandler((error, request, reply) => {
    const answer = answerError(translateError(error), request.routeOptions.url ?? 'unknown', everyProblem, clock);
    return sendAnswer(reply, answer);
  });
  return app;
};

/** Outside the contract's operations any of these may come. */
const everyProblem = ['forbidden', 'not-found', 'already-finished'] as const;

/** The platform's own HTTP server. */
export const createPlatformServer = (world: World, faults: Faults): FastifyInstance => {
  const app = createServer(world.clock);
  registerFaults(app, faults, world.clock);
  registerEndpoints(app, world);
  registerEventStream(app, world);
  registerLandingPage(app);
  registerPasswordPage(app, world);
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    if (faults.isAway) socket.destroy();
    else sockets.add(socket.once('close', () => sockets.delete(socket)));
  });
  faults.wentAway.listen(() => {
    for (const socket of sockets) socket.destroy();
  });
  return app;
};
