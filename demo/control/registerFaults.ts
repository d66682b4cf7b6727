import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assertNever } from '../../shared/rules/assertNever';
import type { PlatformProblem } from '../../shared/platform/problems';
import type { PacedClock } from '../base/clock';
import { systemTime } from '../base/clock';
import { second, toInstant } from '../base/instants';
import { answerProblem } from '../http/answers';
import { sendAnswer } from '../http/registerEndpoints';
import type { RequestFault } from './faultRules';
import type { Faults } from './faults';

type StatusFault = Extract<RequestFault, { kind: 'status' }>;

const problemFor = ({ status, retryAfterSeconds }: StatusFault, clock: PacedClock): PlatformProblem => {
  switch (status) {
    case 401:
      return { code: 'invalid-token' };
    case 403:
      return { code: 'forbidden' };
    case 404:
      return { code: 'not-found' };
    case 429: {
      const wait = retryAfterSeconds * second * clock.timeScale;
      return { code: 'too-many-requests', retryAt: toInstant(clock.now() + wait) };
    }
    case 500:
      return { code: 'internal' };
    case 503:
      return { code: 'unavailable' };
    default:
      return assertNever(status);
  }
};

const megabyte = 'a'.repeat(1024 * 1024);
const overLongMegabytes = 50;

/** JSON that goes on and on, of a length that is not announced. */
function* writeOverLong(): Generator<string> {
  yield '{"unexpected":"';
  for (let count = 0; count < overLongMegabytes; count += 1) yield megabyte;
  yield '"}';
}

const malformedBodies: Readonly<Record<Extract<RequestFault, { kind: 'malformed' }>['as'], () => string | Readable>> = {
  'wrong-shape': () => '{"unexpected":true}',
  'not-json': () => '<!doctype html><title>Portal</title>',
  'over-long': () => Readable.from(writeOverLong(), { objectMode: false }),
};

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    systemTime.after(milliseconds, resolve);
  });

/** Lets requests go wrong before they reach their operation, or after they have left it. */
export const registerFaults = (app: FastifyInstance, faults: Faults, clock: PacedClock): void => {
  const droppedAfterwards = new WeakSet<FastifyReply>();
  /** By how many milliseconds. */
  const delayedAfterwards = new WeakMap<FastifyReply, number>();
  app.addHook('onRequest', async (request, reply) => {
    const path = new URL(request.url, 'http://platform').pathname;
    for (const fault of faults.take({ method: request.method, path })) {
      switch (fault.kind) {
        case 'delay':
          if (fault.when === 'after') delayedAfterwards.set(reply, fault.milliseconds);
          else await wait(fault.milliseconds);
          break;
        case 'drop':
          if (fault.when === 'after') {
            droppedAfterwards.add(reply);
            break;
          }
          reply.hijack();
          request.raw.socket.destroy();
          return reply;
        case 'status':
          return sendAnswer(reply, answerProblem(problemFor(fault, clock), clock));
        case 'malformed':
          return reply
            .header('content-type', fault.as === 'not-json' ? 'text/html' : 'application/json')
            .send(malformedBodies[fault.as]());
        default:
          assertNever(fault);
      }
    }
    return undefined;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const delay = delayedAfterwards.get(reply);
    if (delay !== undefined) await wait(delay);
    if (droppedAfterwards.has(reply)) request.raw.socket.destroy();
    return payload;
  });
};
