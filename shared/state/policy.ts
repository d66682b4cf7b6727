import * as z from 'zod/mini';

/** What a company can decide for the computers it manages, by the name it has in every source of policies. */
export const policyNames = [
  'PlatformUrl',
  'LoginMethods',
  'MicrosoftFlow',
  'MayLeaveAnyway',
  'UpdateChannel',
  'StartAtLogin',
  'CloseToTray',
  'LogLevel',
  'ProxyMode',
  'ProxyServer',
  'ProxyBypass',
  'ProxyPacUrl',
] as const;

export const policyNameSchema = z.enum(policyNames);

/**
 * Why a value counts. `enforced`: a policy that nobody overrules. `environment`, `user`: whoever started the app, or the
 * agent, chose it. `default`: a policy that both may overrule. `built-in`: nobody said anything.
 */
export const policyOriginSchema = z.enum(['enforced', 'environment', 'user', 'default', 'built-in']);

/** What can be wrong with a policy, or with a whole place of policies. */
export const policyProblemSchema = z.enum([
  /** There is no policy of this name. */
  'unknown',
  /** Not of the kind that the policy takes, for instance a number for a text. */
  'wrong-type',
  /** None of the values that the policy takes. */
  'not-one-of',
  'not-an-address',
  'not-https',
  'carries-credentials',
  'carries-more-than-a-path',
  /** The mode of the proxy needs this one beside it. */
  'missing',
  /** The mode of the proxy leaves this one without effect. */
  'without-effect',
  /** The place could not be read at all. */
  'unreadable',
  /** The place does not hold what policies look like. */
  'malformed',
  /** Others than the administrator could have written it. */
  'not-protected',
]);

/** A defect in the policies, for whoever wrote them. The value itself is not repeated. */
export const policyDefectSchema = z.object({
  /** Where it stands: a registry key, a file. */
  place: z.string().check(z.maxLength(300)),
  /** The policy as it is written there; null where it is about the place as a whole. */
  policy: z.nullable(z.string().check(z.maxLength(60))),
  problem: policyProblemSchema,
});

/** One line of "About": a policy's value as it counts, as text. */
export const policyLineSchema = z.object({
  policy: policyNameSchema,
  /** Null: none. */
  value: z.nullable(z.string().check(z.maxLength(2100))),
  origin: policyOriginSchema,
  /** Where the policy stands, if it is one. */
  place: z.nullable(z.string().check(z.maxLength(300))),
});

/** What "About" tells, and what the agent copies for whoever helps. Nothing secret. */
export const aboutAppSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  /** The operating system with its version, and the processor. */
  system: z.string(),
  platformUrl: z.string(),
  policies: z.array(policyLineSchema),
  defects: z.array(policyDefectSchema),
});

export type PolicyName = z.infer<typeof policyNameSchema>;
export type PolicyOrigin = z.infer<typeof policyOriginSchema>;
export type PolicyProblem = z.infer<typeof policyProblemSchema>;
export type PolicyDefect = z.infer<typeof policyDefectSchema>;
export type PolicyLine = z.infer<typeof policyLineSchema>;
export type AboutApp = z.infer<typeof aboutAppSchema>;
