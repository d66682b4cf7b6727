import { createServer } from 'node:https';
import { createSelfSignedCertificate } from './selfSignedCertificate';

export interface UntrustedServer {
  readonly url: string;
  /** How many requests have come through in spite of the certificate. */
  readonly requestCount: () => number;
  readonly stop: () => Promise<void>;
}

/** A platform by HTTPS whose certificate no computer trusts. */
export const startUntrustedServer = async (): Promise<UntrustedServer> => {
  let requests = 0;
  const server = createServer(createSelfSignedCertificate('localhost'), (_request, response) => {
    requests += 1;
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `https://localhost:${String(port)}`,
    requestCount: () => requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
