import type { Endpoint } from '../../../shared/platform/endpoints';
import { identifierSchema } from '../../../shared/platform/primitives';

/** A path parameter is missing or is no identifier: a defect of the caller's, since identifiers come parsed. */
export class PathParameterError extends Error {
  constructor(operation: string, parameter: string) {
    super(`${operation}: the path parameter "${parameter}" is missing or is no identifier`);
    this.name = 'PathParameterError';
  }
}

/**
 * The address of a call.
 *
 * @param baseUrl without a slash at its end
 * @throws PathParameterError
 */
export const buildUrl = (
  baseUrl: string,
  operation: string,
  endpoint: Pick<Endpoint, 'path'>,
  parameters: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number>> = {},
): string => {
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = identifierSchema.safeParse(parameters[name]);
    if (!value.success) throw new PathParameterError(operation, name);
    return encodeURIComponent(value.data);
  });
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return `${baseUrl}${path}${search === '' ? '' : `?${search}`}`;
};

/** Whether sending it a second time does no harm: it changes nothing, or its key makes it happen once. */
export const canRepeat = (endpoint: Pick<Endpoint, 'method' | 'isCommand'>): boolean =>
  endpoint.method === 'GET' || endpoint.isCommand;
