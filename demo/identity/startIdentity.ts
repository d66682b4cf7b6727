import { once } from 'node:events';
import { createServer as createHttpsServer, type Server } from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { loopback } from '../http/listen';
import { createCertificates, type Certificates } from './createCertificates';
import { createProvider } from './createProvider';
import { createRequestListener } from './createRequestListener';
import { tenantId } from './directory';

/** The identity provider of the customer whose group manages its own accounts. */
export interface Identity {
  /** What Microsoft's client library is configured with. */
  readonly authority: string;
  /** The certificate, PEM, of the authority that vouches for this provider. Made anew each time. */
  certificateAuthority(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Takes a port at once, and builds what answers there when the first connection comes: keys, certificates and the
 * provider's library take most of a second, and most runs never ask.
 */
export const startIdentity = async (): Promise<Identity> => {
  let certificates: Promise<Certificates> | null = null;
  const certify = () => (certificates ??= createCertificates());
  let server: Promise<Server> | null = null;
  const sockets = new Set<Socket>();

  const listener = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    socket.on('error', () => socket.destroy());
    server ??= build();
    server.then(
      (https) => https.emit('connection', socket),
      (error: unknown) => {
        socket.destroy();
        const reason = error instanceof Error ? error.message : 'unknown error';
        process.stderr.write(`The identity provider did not start: ${reason}\n`);
      },
    );
  });
  await once(listener.listen(0, loopback), 'listening');
  // Always an address and a port: the server listens on TCP.
  const { port } = listener.address() as AddressInfo;
  const authority = `https://localhost:${String(port)}/${tenantId}`;

  const build = async (): Promise<Server> => {
    const [{ key, certificate }, provider] = await Promise.all([certify(), createProvider(`${authority}/v2.0`)]);
    return createHttpsServer({ key, cert: certificate }, await createRequestListener(provider, `/${tenantId}/v2.0`));
  };

  return {
    authority,
    certificateAuthority: async () => (await certify()).authority,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        listener.close(() => {
          resolve();
        });
      });
    },
  };
};
