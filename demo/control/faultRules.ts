import { z } from 'zod';
import { identityFaultSchema } from '../identity/identityFaults';

const scope = {
  /** Only requests of this kind: reading and writing share paths. */
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** Only requests whose path starts so. */
  pathPrefix: z.string().startsWith('/').default('/'),
  /** Only this many requests; without it, until cleared. */
  next: z.number().int().positive().optional(),
};

/** What goes wrong with requests. Several at once are tried in the order they were set. */
const requestFaultSchemas = {
  /** `before`: nothing is done meanwhile. `after`: it has been done, and the answer takes its time. */
  delay: z.strictObject({
    milliseconds: z.number().int().min(0).max(600_000),
    when: z.enum(['before', 'after']).default('before'),
    ...scope,
  }),
  /** `before`: nothing has been done. `after`: it has, but the answer never arrives. */
  drop: z.strictObject({ when: z.enum(['before', 'after']).default('before'), ...scope }),
  status: z.strictObject({
    status: z.literal([401, 403, 404, 429, 500, 503]),
    /** For 429: when to try again. */
    retryAfterSeconds: z.number().int().positive().default(30),
    ...scope,
  }),
  malformed: z.strictObject({ as: z.enum(['wrong-shape', 'not-json', 'over-long']).default('wrong-shape'), ...scope }),
};

/** What `POST /faults` takes. */
export const faultsSchema = z.strictObject({
  /** Takes back everything set before; what else this request sets comes after. */
  clear: z.literal(true).optional(),
  delay: requestFaultSchemas.delay.optional(),
  drop: requestFaultSchemas.drop.optional(),
  status: requestFaultSchemas.status.optional(),
  malformed: requestFaultSchemas.malformed.optional(),
  /** Breaks off every event stream; clients may connect again at once. */
  cutEventStreams: z.literal(true).optional(),
  /** Streams stay open and fall silent, heartbeats too; false sends what they missed. */
  holdEvents: z.boolean().optional(),
  /** No client can resume from an id it has. */
  forgetEventHistory: z.literal(true).optional(),
  /** Every connection is broken off for so long, in real seconds; null: until cleared. */
  awaySeconds: z.number().positive().max(86_400).nullable().optional(),
  /** How the identity provider misbehaves until another request says otherwise; null: it doesn't. */
  identity: identityFaultSchema.nullable().optional(),
});

type Settings<Kind extends keyof typeof requestFaultSchemas> = z.output<(typeof requestFaultSchemas)[Kind]>;

export type RequestFault =
  | ({ readonly kind: 'delay' } & Settings<'delay'>)
  | ({ readonly kind: 'drop' } & Settings<'drop'>)
  | ({ readonly kind: 'status' } & Settings<'status'>)
  | ({ readonly kind: 'malformed' } & Settings<'malformed'>);

export type FaultsRequest = z.output<typeof faultsSchema>;

export const requestFaultsOf = ({ delay, drop, status, malformed }: FaultsRequest): readonly RequestFault[] => [
  ...(delay ? [{ kind: 'delay' as const, ...delay }] : []),
  ...(drop ? [{ kind: 'drop' as const, ...drop }] : []),
  ...(status ? [{ kind: 'status' as const, ...status }] : []),
  ...(malformed ? [{ kind: 'malformed' as const, ...malformed }] : []),
];

/** The faults that hit a request, and those that are left afterwards. */
export const takeFaults = (
  faults: readonly RequestFault[],
  request: { readonly method: string; readonly path: string },
): { readonly hit: readonly RequestFault[]; readonly left: readonly RequestFault[] } => {
  const hit = faults.filter(
    ({ method, pathPrefix }) =>
      (method === undefined || method === request.method) && request.path.startsWith(pathPrefix),
  );
  const left = faults.flatMap((fault) => {
    if (fault.next === undefined || !hit.includes(fault)) return [fault];
    return fault.next > 1 ? [{ ...fault, next: fault.next - 1 }] : [];
  });
  return { hit, left };
};
