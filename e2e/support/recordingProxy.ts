import { createServer, request } from 'node:http';

/** A proxy for plain HTTP that keeps what it was asked for. */
export interface RecordingProxy {
  readonly port: number;
  /** Methods and addresses, in order. */
  readonly requested: () => readonly string[];
  readonly stop: () => Promise<void>;
}

export const startRecordingProxy = async (): Promise<RecordingProxy> => {
  const requested: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { url = '', method = 'GET', headers } = incoming;
    requested.push(`${method} ${url}`);
    const onward = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    requested: () => requested,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
