import * as z from 'zod/mini';
import { loginMethodSchema, type LoginMethod } from '../../../shared/state/loginRules';
import { microsoftPlaceSchema } from '../../../shared/state/microsoft';
import { policyProblemSchema, type PolicyName, type PolicyProblem } from '../../../shared/state/policy';
import { updateChannelSchema } from '../../../shared/state/update';
import { logLevels } from '../logging/fileLogger';
import { defaultPlatformAddress, parsePlatformAddress } from '../platform/platformAddress';

export const proxyModes = ['system', 'direct', 'auto_detect', 'fixed_servers', 'pac_script'] as const;

/** A policy's schema says by its messages what is wrong with a value: each is a `PolicyProblem`. */
const says = (problem: PolicyProblem) => ({ error: problem });

/** A text with at most one thing wrong with it. */
const text = (limit: number, findProblem: (value: string) => PolicyProblem | null) =>
  z.string(says('wrong-type')).check(
    z.trim(),
    z.minLength(1, says('wrong-type')),
    z.maxLength(limit, says('wrong-type')),
    z.superRefine((value, context) => {
      const problem = findProblem(value);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    }),
  );

/** Registries have no truth values but numbers. */
const truth = z.pipe(
  z.union([z.boolean(), z.literal(0), z.literal(1)], says('wrong-type')),
  z.transform((value) => value === true || value === 1),
);

/** A list, or one text with commas, which is what a registry can offer in a drop-down list. */
const loginMethods = z.pipe(
  z.pipe(
    z.transform((value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value)),
    z.array(z.string(says('wrong-type')), says('wrong-type')).check(
      z.minLength(1, says('not-one-of')),
      z.refine((values) => values.every((value) => loginMethodSchema.safeParse(value).success), says('not-one-of')),
    ),
  ),
  z.transform((values): LoginMethod[] => loginMethodSchema.options.filter((method) => values.includes(method))),
);

const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: ({ input }) => (typeof input === 'string' ? 'not-one-of' : 'wrong-type') });

const credentialsIn = (value: string): PolicyProblem | null => (value.includes('@') ? 'carries-credentials' : null);

/** One proxy as Chromium writes it: for one scheme of pages or for all, with alternatives, for instance "http=proxy:80". */
const proxyPattern = /^([a-z]+=)?((https?|socks[45]?|quic):\/\/)?([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

const findServerProblem = (value: string): PolicyProblem | null =>
  credentialsIn(value) ??
  (value.split(/[;,]/).every((part) => part.trim() === 'direct://' || proxyPattern.test(part.trim()))
    ? null
    : 'not-an-address');

const findPacProblem = (value: string): PolicyProblem | null => {
  if (!URL.canParse(value)) return 'not-an-address';
  const { protocol, username, password } = new URL(value);
  if (username !== '' || password !== '') return 'carries-credentials';
  return protocol === 'https:' || protocol === 'http:' ? null : 'not-an-address';
};

/** Every policy: which values it takes. What they are for is told in `templates/policyTexts.ts`. */
export const policySchemas = {
  PlatformUrl: text(500, (value) => {
    const address = parsePlatformAddress(value);
    return address.kind === 'valid' ? null : address.problem;
  }),
  LoginMethods: loginMethods,
  MicrosoftFlow: choice(microsoftPlaceSchema.options as ['popup', 'browser']),
  MayLeaveAnyway: truth,
  UpdateChannel: choice(updateChannelSchema.options as ['stable', 'beta', 'off']),
  StartAtLogin: truth,
  CloseToTray: truth,
  LogLevel: choice(logLevels),
  ProxyMode: choice(proxyModes),
  ProxyServer: text(1000, findServerProblem),
  ProxyBypass: text(2000, credentialsIn),
  ProxyPacUrl: text(1000, findPacProblem),
} as const satisfies Readonly<Record<PolicyName, z.ZodMiniType>>;

export type PolicyValues = { readonly [Name in PolicyName]: z.output<(typeof policySchemas)[Name]> };

/** What counts where neither a policy nor anybody else says anything. Null: nothing is set. */
export const builtInValues = {
  PlatformUrl: defaultPlatformAddress,
  LoginMethods: ['password', 'microsoft'],
  MicrosoftFlow: 'popup',
  MayLeaveAnyway: true,
  UpdateChannel: 'stable',
  StartAtLogin: false,
  CloseToTray: false,
  LogLevel: 'info',
  ProxyMode: 'system',
  ProxyServer: null,
  ProxyBypass: null,
  ProxyPacUrl: null,
} as const satisfies { readonly [Name in PolicyName]: PolicyValues[Name] | null };

export type PolicyReading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: PolicyProblem };

/** One value as a source holds it. */
export const readPolicyValue = <Name extends PolicyName>(
  name: Name,
  value: unknown,
): PolicyReading<PolicyValues[Name]> => {
  const parsed = policySchemas[name].safeParse(value);
  // Its own schema has parsed it: only the compiler can't follow the name through the table.
  if (parsed.success) return { ok: true, value: parsed.data as PolicyValues[Name] };
  return { ok: false, problem: policyProblemSchema.safeParse(parsed.error.issues[0]?.message).data ?? 'wrong-type' };
};
