import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export type Answerer = (request: ReceivedRequest, response: ServerResponse) => void;

/** For tests: a real HTTP server on a free port of this computer, which answers as it is told. */
export interface TestServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  answerWith(answerer: Answerer): void;
  /** Cuts every connection but goes on listening. */
  cut(): void;
  close(): Promise<void>;
}

export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answerer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

export const startTestServer = async (first: Answerer = json(404, { code: 'not-found' })): Promise<TestServer> => {
  const requests: ReceivedRequest[] = [];
  let answerer = first;
  const server = createServer((message, response) => {
    void readBody(message).then((body) => {
      const request = { method: message.method ?? '', path: message.url ?? '', headers: message.headers, body };
      requests.push(request);
      answerer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${addressOf(server.address()).port}`,
    requests,
    answerWith: (next) => {
      answerer = next;
    },
    cut: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const addressOf = (address: AddressInfo | string | null): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('the test server does not listen on a port');
  return address;
};

const readBody = async (message: IncomingMessage): Promise<unknown> => {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += String(chunk);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
};
