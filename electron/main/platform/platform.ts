import type { EndpointAnswer, EndpointBody, EndpointName } from '../../../shared/platform/endpoints';
import type { Result } from '../../../shared/state/problem';

export interface CallOptions<Name extends EndpointName> {
  /** Values of the `:name` parameters of the path. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: EndpointBody<Name>;
  /** The command's id; made by the client where none is given. The same id again does it at most once. */
  readonly commandId?: string;
  readonly signal?: AbortSignal;
}

/** The platform, as the rest of main sees it. Never throws: what goes wrong comes back as a problem. */
export interface Platform {
  call<Name extends EndpointName>(name: Name, options?: CallOptions<Name>): Promise<Result<EndpointAnswer<Name>>>;
}
