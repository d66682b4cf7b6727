import * as z from 'zod/mini';
import { policyNames, type PolicyDefect, type PolicyName } from '../../../shared/state/policy';
import { readPolicyValue, type PolicyValues } from './policyDefinitions';

/** What one place had to say, or why it could not be heard. Strongest place first wherever there are several. */
export type PolicySource =
  | { readonly kind: 'read'; readonly place: string; readonly content: unknown }
  | { readonly kind: 'failed'; readonly place: string; readonly problem: 'unreadable' | 'malformed' | 'not-protected' };

/** A policy and the place it stands in. */
export interface Managed<Value> {
  readonly value: Value;
  readonly place: string;
}

export type ManagedValues = { readonly [Name in PolicyName]?: Managed<PolicyValues[Name]> };

/** Everything the company decided for this computer. */
export interface ManagedPolicies {
  /** Nobody overrules these. */
  readonly enforced: ManagedValues;
  /** They take the place of what the app has built in. */
  readonly defaults: ManagedValues;
  readonly defects: readonly PolicyDefect[];
}

export const noPolicies: ManagedPolicies = { enforced: {}, defaults: {}, defects: [] };

/** The branch of a source that holds what agents may change. */
export const recommendedBranch = 'Recommended';

/** No name of ours is longer; one that is not ours may be anything. */
const nameLimit = 60;

const contentSchema = z.record(z.string(), z.unknown());
const namesByLowerCase = new Map(policyNames.map((name) => [name.toLowerCase(), name]));

/**
 * Puts all places together. A value that does not fit is a defect and counts for nothing, so that the next place, or
 * whoever else may choose, is heard instead. Names are compared as a registry does, whatever their capitals.
 */
export const gatherPolicies = (sources: readonly PolicySource[]): ManagedPolicies => {
  const gathered = sources.map(readSource);
  // The strongest comes first, and later entries of an object win.
  const together = (branch: 'enforced' | 'defaults') =>
    gathered.reduceRight<ManagedValues>((values, source) => ({ ...values, ...source[branch] }), {});
  return {
    enforced: together('enforced'),
    defaults: together('defaults'),
    defects: gathered.flatMap(({ defects }) => defects),
  };
};

const readSource = (source: PolicySource): ManagedPolicies => {
  const { place } = source;
  if (source.kind === 'failed') return { ...noPolicies, defects: [{ place, policy: null, problem: source.problem }] };
  const content = contentSchema.safeParse(source.content);
  if (!content.success) return { ...noPolicies, defects: [{ place, policy: null, problem: 'malformed' }] };
  const isBranch = (name: string) => name.toLowerCase() === recommendedBranch.toLowerCase();
  const entries = Object.entries(content.data);
  const enforced = readBranch(
    place,
    entries.filter(([name]) => !isBranch(name)),
  );
  const [, branch = {}] = entries.find(([name]) => isBranch(name)) ?? [];
  const defaults = contentSchema.safeParse(branch);
  if (!defaults.success) {
    const defect: PolicyDefect = { place, policy: recommendedBranch, problem: 'wrong-type' };
    return { enforced: enforced.values, defaults: {}, defects: [...enforced.defects, defect] };
  }
  const read = readBranch(place, Object.entries(defaults.data));
  return { enforced: enforced.values, defaults: read.values, defects: [...enforced.defects, ...read.defects] };
};

const readBranch = (place: string, entries: readonly (readonly [string, unknown])[]) => {
  const values: Partial<Record<PolicyName, Managed<unknown>>> = {};
  const defects: PolicyDefect[] = [];
  for (const [written, content] of entries) {
    const name = namesByLowerCase.get(written.toLowerCase());
    const policy = written.slice(0, nameLimit);
    if (name === undefined) {
      defects.push({ place, policy, problem: 'unknown' });
      continue;
    }
    const reading = readPolicyValue(name, content);
    if (reading.ok) values[name] = { value: reading.value, place };
    else defects.push({ place, policy, problem: reading.problem });
  }
  // Each value was read under its own name.
  return { values: values as ManagedValues, defects };
};
