import { randomUUID } from 'node:crypto';
import type { AxiosInstance } from 'axios';
import * as z from 'zod/mini';
import { endpoints, type EndpointAnswer, type EndpointName } from '../../../shared/platform/endpoints';
import { instantSchema } from '../../../shared/platform/primitives';
import { fail, succeed, type Problem, type Result } from '../../../shared/state/problem';
import { pause, type Clock } from '../base/clock';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import { isAnswerTooLarge, limitAnswers } from './answerLimit';
import { mapFailure } from './failures';
import type { Fetch } from './fetch';
import type { CallOptions } from './platform';
import type { PlatformClock } from './platformClock';
import type { Reachability } from './reachability';
import { buildUrl, canRepeat } from './requestParts';

/** The largest answer taken, in bytes. */
const answerLimit = 10 * 1024 * 1024;
/** How long a call may take, its second attempt included, in milliseconds. */
const callTimeLimit = 15_000;
/** How long after a failed attempt the second follows, in milliseconds. */
const repeatPause = 400;

export interface HttpTransportOptions {
  /** The platform's address without a slash at its end, from `choosePlatformAddress`. */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly platformClock: PlatformClock;
  readonly reachability: Reachability;
  readonly logger: Logger;
}

/** The endpoints again, such that the compiler knows which answer belongs to which name. */
const answers: { readonly [Name in EndpointName]: { readonly answer: z.ZodMiniType<EndpointAnswer<Name>> } } =
  endpoints;

interface Attempt {
  readonly operation: EndpointName;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | false>>;
  readonly body: unknown;
  /** Aborted by the caller. */
  readonly cancelled: AbortSignal | undefined;
  /** Aborted by the caller or by the time limit. */
  readonly signal: AbortSignal;
}

const snapshotSchema = z.object({ serverTime: instantSchema });

/** Sends one operation of the contract over HTTP and parses what comes back. Knows nothing of sessions. */
export class HttpTransport {
  readonly #options: HttpTransportOptions;
  readonly #host: string;
  #axios: Promise<AxiosInstance> | undefined;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
    this.#host = new URL(options.baseUrl).host;
  }

  /** @param accessToken for operations that need one */
  async send<Name extends EndpointName>(
    operation: Name,
    call: CallOptions<Name> = {},
    accessToken: string | null = null,
  ): Promise<Result<EndpointAnswer<Name>>> {
    const { clock, logger, baseUrl } = this.#options;
    const endpoint = endpoints[operation];
    const timeLimit = new AbortController();
    const cancelTimeLimit = clock.schedule(callTimeLimit, () => timeLimit.abort());
    const startedAt = clock.now();
    try {
      const attempt: Attempt = {
        operation,
        url: buildUrl(baseUrl, operation, endpoint, call.parameters, call.query),
        headers: {
          accept: 'application/json',
          // Without a word axios would call a body that is not there a form.
          'content-type': call.body === undefined ? false : 'application/json',
          ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
          ...(endpoint.isCommand ? { 'idempotency-key': call.commandId ?? randomUUID() } : {}),
        },
        body: call.body,
        cancelled: call.signal,
        signal: call.signal === undefined ? timeLimit.signal : AbortSignal.any([timeLimit.signal, call.signal]),
      };
      let answer = await this.#attempt(attempt);
      if (!answer.ok && canRepeat(endpoint) && hadNoAnswer(answer.problem) && !attempt.signal.aborted) {
        await pause(clock, repeatPause, attempt.signal);
        if (!attempt.signal.aborted) answer = await this.#attempt(attempt);
      }
      const { answer: schema } = answers[operation];
      const result = answer.ok ? parseAnswer(operation, schema, answer.value) : answer;
      this.#note(operation, result, clock.now() - startedAt);
      return result;
    } catch (error) {
      const incident = randomUUID();
      logger.error('a call failed in a way nobody foresaw', { operation, incident, ...describeError(error) });
      return fail({ kind: 'unexpected', incident });
    } finally {
      cancelTimeLimit();
    }
  }

  /** The answer's body as it came, or the problem. */
  async #attempt(attempt: Attempt): Promise<Result<unknown>> {
    const { operation, url, headers, body, cancelled, signal } = attempt;
    const { reachability, platformClock } = this.#options;
    const notUnderstood = (what: string): Result<never> =>
      fail({ kind: 'answer-not-understood', detail: `${operation}: ${what}` });
    try {
      const axios = await this.#client();
      const { method } = endpoints[operation];
      const answer = await axios.request<unknown>({ method, url, headers, data: body, signal });
      const text = typeof answer.data === 'string' ? answer.data : '';
      const json = parseJson(text);
      const isSuccess = answer.status >= 200 && answer.status < 300;
      // A page instead of JSON is a proxy's or a hotspot's: the platform itself was not reached.
      if (answer.status < 500 && json.ok) reachability.tellReachable();
      else reachability.tellUnreachable();
      if (isSuccess) return json.ok ? succeed(json.value) : notUnderstood('not JSON');
      const retryAfter: unknown = answer.headers['retry-after'];
      return fail(
        mapFailure({
          kind: 'answer',
          operation,
          status: answer.status,
          body: json.ok ? json.value : undefined,
          retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
          platformNow: platformClock.now(),
        }),
      );
    } catch (error) {
      if (isAnswerTooLarge(error)) return notUnderstood('larger than 10 MB');
      // Nobody waits for a cancelled call any more, and it says nothing of the network.
      if (cancelled?.aborted !== true) reachability.tellUnreachable();
      return fail(mapFailure({ kind: 'no-answer', error, host: this.#host }));
    }
  }

  /** Loads what the first call needs, while something else is waited for. */
  prepare(): void {
    this.#client().catch(() => undefined);
  }

  /** Loaded at the first call: the first window is painted without it. */
  #client(): Promise<AxiosInstance> {
    this.#axios ??= import('axios').then(({ default: axios }) =>
      axios.create({
        adapter: 'fetch',
        env: { fetch: limitAnswers(this.#options.fetch, answerLimit) },
        // A redirect would carry a password or a token to wherever it points.
        fetchOptions: { redirect: 'error', cache: 'no-store' },
        // The platform knows an agent by the token alone: no cookie is sent or kept.
        withCredentials: false,
        responseType: 'text',
        transformResponse: [],
        validateStatus: () => true,
      }),
    );
    return this.#axios;
  }

  #note(operation: EndpointName, result: Result<unknown>, duration: number): void {
    const { logger, platformClock } = this.#options;
    if (result.ok) {
      const snapshot = snapshotSchema.safeParse(result.value);
      if (snapshot.success) platformClock.learn(snapshot.data.serverTime);
      logger.debug('the platform answered', { operation, duration });
      return;
    }
    const { problem } = result;
    const status = 'status' in problem ? problem.status : null;
    const detail = 'detail' in problem ? problem.detail : 'code' in problem ? problem.code : null;
    logger.info('a call did not succeed', { operation, duration, problem: problem.kind, status, detail });
  }
}

const hadNoAnswer = (problem: Problem): boolean => problem.kind === 'platform-down' || problem.kind === 'no-network';

/** The path in it is told, never what stood there: that may be a customer's words. */
const parseAnswer = <Value>(operation: string, schema: z.ZodMiniType<Value>, body: unknown): Result<Value> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return succeed(parsed.data);
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return fail({ kind: 'answer-not-understood', detail: `${operation}: ${path === '' ? 'the answer itself' : path}` });
};

/** An empty body is an answer without content. */
const parseJson = (text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } => {
  try {
    const value: unknown = text === '' ? undefined : JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
};
