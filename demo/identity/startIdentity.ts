import { once } from 'node:events';
import { createServer as createHttpsServer, type Server } from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { MicrosoftProvider } from '../auth/microsoftProvider';
import { loopback } from '../http/listen';
import { createCertificates, type Certificates } from './createCertificates';
import { createProvider } from './createProvider';
import { createRequestListener } from './createRequestListener';
import { clientId, scopes, tenantId } from './directory';
import { fetchTrusting } from './fetchTrusting';
import type { IdentityFaults } from './identityFaults';

/** The identity provider of the customer whose group manages its own accounts. */
export interface Identity {
  /** What the platform knows of it, whose customer has set it up there. */
  readonly provider: MicrosoftProvider;
  /** The certificate, PEM, of the authority that vouches for this provider. Made anew each time. */
  certificateAuthority(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Takes a port at once, and builds what answers there when the first connection comes: keys, certificates and the
 * provider's library take most of a second, and most runs never ask.
 */
export const startIdentity = async (faults: IdentityFaults): Promise<Identity> => {
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
  const issuer = `${authority}/v2.0`;

  const build = async (): Promise<Server> => {
    const [{ key, certificate }, provider] = await Promise.all([certify(), createProvider(issuer, faults)]);
    const answer = await createRequestListener(provider, new URL(issuer).pathname, faults);
    return createHttpsServer({ key, cert: certificate }, answer);
  };
  const certificateAuthority = async () => (await certify()).authority;

  return {
    provider: {
      application: { authority, clientId, scopes: [...scopes] },
      tenantId,
      issuer,
      loadKeys: async () => {
        const { createRemoteJWKSet, customFetch } = await import('jose');
        const fetch = fetchTrusting(await certificateAuthority());
        return createRemoteJWKSet(new URL(`${issuer}/jwks`), { [customFetch]: fetch });
      },
    },
    certificateAuthority,
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
