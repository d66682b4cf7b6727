import { randomUUID } from 'node:crypto';
import { endpoints, type EndpointAnswer, type EndpointName } from '../../../shared/platform/endpoints';
import type { Result } from '../../../shared/state/problem';
import type { AccessTokenSource } from '../auth/accessTokens';
import type { HttpTransport } from './httpTransport';
import type { CallOptions, Platform } from './platform';

export interface HttpPlatformOptions {
  readonly transport: Pick<HttpTransport, 'send'>;
  readonly accessTokens: AccessTokenSource;
}

/** The platform over HTTP, with the session's access token on every call that needs one. */
export class HttpPlatform implements Platform {
  readonly #transport: Pick<HttpTransport, 'send'>;
  readonly #accessTokens: AccessTokenSource;

  constructor({ transport, accessTokens }: HttpPlatformOptions) {
    this.#transport = transport;
    this.#accessTokens = accessTokens;
  }

  async call<Name extends EndpointName>(
    name: Name,
    options: CallOptions<Name> = {},
  ): Promise<Result<EndpointAnswer<Name>>> {
    if (!endpoints[name].isAuthenticated) return this.#transport.send(name, options);
    const token = await this.#accessTokens.getAccessToken();
    if (!token.ok) return token;
    // One id for both sendings, so that a command refused for its token can't happen twice.
    const command = { ...options, commandId: options.commandId ?? randomUUID() };
    const answer = await this.#transport.send(name, command, token.value);
    if (answer.ok || answer.problem.kind !== 'refused' || answer.problem.code !== 'invalid-token') return answer;
    const renewed = await this.#accessTokens.renew(token.value);
    return renewed.ok ? this.#transport.send(name, command, renewed.value) : renewed;
  }
}
