import type * as z from 'zod/mini';
import type { EndpointAnswer, EndpointName, endpoints } from '../../shared/platform/endpoints';
import type { World } from '../world';

/** Who is calling: the session behind the access token, and its agent. */
export interface Caller {
  readonly agentId: string;
  readonly sessionId: string;
}

type Contract<Name extends EndpointName> = (typeof endpoints)[Name];

type ParametersOf<Path extends string> = Path extends `${string}:${infer Parameter}/${infer Rest}`
  ? Record<Parameter, string> & ParametersOf<Rest>
  : Path extends `${string}:${infer Parameter}`
    ? Record<Parameter, string>
    : unknown;

type Parsed<Shape, Part extends string> =
  Shape extends Readonly<Record<Part, infer Schema extends z.ZodMiniType>> ? z.output<Schema> : undefined;

/** A request to one operation, after every part of it has been parsed. */
export interface Call<Name extends EndpointName> {
  readonly caller: Contract<Name>['isAuthenticated'] extends true ? Caller : null;
  readonly parameters: Readonly<ParametersOf<Contract<Name>['path']>>;
  readonly query: Parsed<Contract<Name>, 'query'>;
  readonly body: Parsed<Contract<Name>, 'body'>;
}

/** Does one operation. Throws `ProblemError` to refuse. */
export type Handler<Name extends EndpointName> = (
  world: World,
  call: Call<Name>,
) => EndpointAnswer<Name> | Promise<EndpointAnswer<Name>>;
