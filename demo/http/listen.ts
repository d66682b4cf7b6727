import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problemError';

/** Every server of the platform is for this computer only. */
export const loopback = '127.0.0.1';

const loopbackNames = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Starts listening, and answers with the address. */
export const listen = async (app: FastifyInstance, port: number): Promise<string> => {
  await app.listen({ host: loopback, port });
  // Always an address and a port: the server listens on TCP.
  const address = app.server.address() as AddressInfo;
  return `http://${loopback}:${String(address.port)}`;
};

/** Refuses web pages that have their own name point here: their requests still carry that name. */
export const refuseOtherNames = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ headers }) => {
    if (!loopbackNames.test(headers.host ?? '')) throw new ProblemError({ code: 'forbidden' });
    return Promise.resolve();
  });
};
