import { policyNames, type PolicyName, type PolicyOrigin } from '../../../shared/state/policy';
import type { ManagedPolicies } from './managedPolicies';
import { builtInValues, type PolicyValues } from './policyDefinitions';

/** What others than the company chose, where they did. */
export type Choices = { readonly [Name in PolicyName]?: PolicyValues[Name] | undefined };

export interface PolicyChoices {
  /** Whoever started the app, by its environment. */
  readonly environment: Choices;
  /** The agent, by the settings. */
  readonly user: Choices;
}

/** A value, and why it counts. */
export interface Effective<Value> {
  readonly value: Value;
  readonly origin: PolicyOrigin;
  /** Where the policy stands, if it is one. */
  readonly place: string | null;
}

type ValueOf<Name extends PolicyName> = PolicyValues[Name] | (typeof builtInValues)[Name];

export type EffectivePolicies = { readonly [Name in PolicyName]: Effective<ValueOf<Name>> };

/** What counts, of everything that was said: enforced, environment, user, default, built in. */
export const resolvePolicies = (managed: ManagedPolicies, choices: PolicyChoices): EffectivePolicies => {
  const resolve = <Name extends PolicyName>(name: Name): Effective<ValueOf<Name>> => {
    const enforced = managed.enforced[name];
    if (enforced !== undefined) return { ...enforced, origin: 'enforced' };
    const environment = choices.environment[name];
    if (environment !== undefined) return { value: environment, origin: 'environment', place: null };
    const user = choices.user[name];
    if (user !== undefined) return { value: user, origin: 'user', place: null };
    const recommended = managed.defaults[name];
    if (recommended !== undefined) return { ...recommended, origin: 'default' };
    return { value: builtInValues[name], origin: 'built-in', place: null };
  };
  // Each name is resolved under itself: only the compiler can't follow that through a loop.
  return Object.fromEntries(policyNames.map((name) => [name, resolve(name)])) as EffectivePolicies;
};
