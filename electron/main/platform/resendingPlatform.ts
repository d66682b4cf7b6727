import { randomUUID } from 'node:crypto';
import { endpoints, type EndpointAnswer, type EndpointName } from '../../../shared/platform/endpoints';
import type { Result } from '../../../shared/state/problem';
import type { SessionState } from '../../../shared/state/session';
import type { Observable } from '../base/observable';
import type { CallOptions, Platform } from './platform';

export interface ResendingPlatformOptions {
  readonly platform: Platform;
  readonly session: Observable<SessionState>;
}

/** Messages wait in a line of their own, which goes on by itself; logging out needs no session that is over. */
const notResent: ReadonlySet<EndpointName> = new Set<EndpointName>(['sendMessage', 'logOut']);

/**
 * The platform for what an agent does. A command that failed because the session had expired waits until the same agent
 * has logged in again over it, and is then sent once more, under the same id: the platform does it at most once. Where
 * somebody else logs in, or the session ends, it fails as it had.
 */
export class ResendingPlatform implements Platform {
  readonly #options: ResendingPlatformOptions;

  constructor(options: ResendingPlatformOptions) {
    this.#options = options;
  }

  async call<Name extends EndpointName>(
    name: Name,
    options: CallOptions<Name> = {},
  ): Promise<Result<EndpointAnswer<Name>>> {
    const { platform } = this.#options;
    if (!endpoints[name].isCommand || notResent.has(name)) return platform.call(name, options);
    const command = { ...options, commandId: options.commandId ?? randomUUID() };
    const answer = await platform.call(name, command);
    if (answer.ok || answer.problem.kind !== 'session-ended') return answer;
    return (await this.#isSameAgentBack(options.signal)) ? platform.call(name, command) : answer;
  }

  #isSameAgentBack(signal: AbortSignal | undefined): Promise<boolean> {
    const { session } = this.#options;
    if (session.value.kind !== 'expired' || signal?.aborted === true) return Promise.resolve(false);
    const agentId = session.value.agent.id;
    return new Promise((resolve) => {
      const settle = (isBack: boolean) => {
        unsubscribe();
        signal?.removeEventListener('abort', giveUp);
        resolve(isBack);
      };
      const giveUp = () => {
        settle(false);
      };
      const unsubscribe = session.onDidChange((state) => {
        if (state.kind !== 'expired') settle(state.kind === 'signed-in' && state.agent.id === agentId);
      });
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }
}
