import { endpoints, type Endpoint, type EndpointAnswer, type EndpointName } from '../../shared/platform/endpoints';
import { platformProblemSchema, type PlatformProblem } from '../../shared/platform/problems';
import type { Demo } from '../startDemo';
import { EventReader } from './eventReader';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface CallParts {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly token?: string | null;
}

/** Sends JSON and reads JSON. */
export const request = async (
  method: string,
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
};

/** A client of the running platform, for tests: speaks the contract, and plays the world through the control API. */
export class DemoClient {
  private token: string | null = null;

  constructor(private readonly demo: Demo) {}

  /** Sends a request and answers whatever came back. */
  async send(name: EndpointName, { parameters = {}, query, body, key, token = this.token }: CallParts = {}) {
    const { method, path }: Endpoint = endpoints[name];
    const filled = path.replaceAll(/:(\w+)/g, (_, parameter: string) => parameters[parameter] ?? '');
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    return request(method, `${this.demo.url}${filled}${search}`, body, {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    });
  }

  /** Sends a request that must succeed. */
  async call<Name extends EndpointName>(name: Name, parts: CallParts = {}): Promise<EndpointAnswer<Name>> {
    const { status, body } = await this.send(name, parts);
    if (status >= 300) throw new Error(`${name} answered ${status} ${JSON.stringify(body)}`);
    // The schema of this very operation has parsed it.
    return endpoints[name].answer.parse(body) as EndpointAnswer<Name>;
  }

  /** Sends a request that must be refused. */
  async refused(name: EndpointName, parts: CallParts = {}): Promise<PlatformProblem & { readonly status: number }> {
    const { status, body } = await this.send(name, parts);
    return { ...platformProblemSchema.parse(body), status };
  }

  /** Logs in one of the tenant's agents, by their place in its list. */
  async logIn(index = 0): Promise<EndpointAnswer<'logIn'>> {
    const agent = this.demo.agents[index];
    const tokens = await this.call('logIn', { body: { email: agent?.email, password: agent?.password }, token: null });
    this.token = tokens.accessToken;
    return tokens;
  }

  events(lastEventId: string | null = null): Promise<EventReader> {
    return EventReader.open(this.demo.url, this.token ?? '', lastEventId);
  }

  control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    return request(method, `${this.demo.controlUrl}${path}`, body);
  }
}
