import type { FastifyInstance } from 'fastify';
import { eventStreamPath } from '../../shared/platform/endpoints';
import type { World } from '../world';
import { ProblemError } from '../http/problemError';
import { bearerToken } from '../http/bearerToken';

/** A reader this many bytes behind is cut off; it resumes when it can keep up. */
const longestBacklog = 4 * 1024 * 1024;

/** The event stream: `GET /v1/events`. */
export const registerEventStream = (app: FastifyInstance, { events, sessions }: World): void => {
  app.get(eventStreamPath, (request, reply) => {
    const caller = sessions.authenticate(bearerToken(request.headers.authorization) ?? '');
    if (!caller) throw new ProblemError({ code: 'invalid-token' });
    const lastEventId = request.headers['last-event-id'];
    reply.hijack();
    const response = reply.raw;
    response.socket?.setNoDelay(true);
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    const close = events.open(caller, typeof lastEventId === 'string' ? lastEventId : null, {
      write: (text) => {
        response.write(text);
        if (response.writableLength > longestBacklog) response.destroy();
      },
      end: () => {
        response.end();
      },
    });
    response.on('close', close);
    // A write that meets a closed socket is followed by `close`, which is all there is to do about it.
    response.on('error', close);
  });
};
