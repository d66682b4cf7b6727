import { assertNever } from '../../../shared/rules/assertNever';
import type { PolicyDefect, PolicyName } from '../../../shared/state/policy';
import type { EffectivePolicies } from './resolvePolicies';

/** How Chromium is told about a proxy. */
export interface ProxyConfig {
  readonly mode: 'direct' | 'auto_detect' | 'pac_script' | 'fixed_servers';
  readonly proxyRules?: string;
  readonly proxyBypassRules?: string;
  readonly pacScript?: string;
}

export interface ProxyDecision {
  /** Null: what the system says, which Chromium follows by itself. */
  readonly config: ProxyConfig | null;
  readonly defects: readonly PolicyDefect[];
}

/** What each mode has beside it. */
const partsOf = {
  system: [],
  direct: [],
  auto_detect: [],
  fixed_servers: ['ProxyServer', 'ProxyBypass'],
  pac_script: ['ProxyPacUrl'],
} as const satisfies Readonly<Record<EffectivePolicies['ProxyMode']['value'], readonly PolicyName[]>>;

/** Puts the proxy's policies together. A mode without what it needs is a defect, and the system's proxy counts then. */
export const decideProxy = (policies: EffectivePolicies): ProxyDecision => {
  const { ProxyMode: mode, ProxyServer: server, ProxyBypass: bypass, ProxyPacUrl: pacUrl } = policies;
  const used: readonly PolicyName[] = partsOf[mode.value];
  const unused = (['ProxyServer', 'ProxyBypass', 'ProxyPacUrl'] as const).flatMap((policy): PolicyDefect[] => {
    const { place } = policies[policy];
    return place === null || used.includes(policy) ? [] : [{ place, policy, problem: 'without-effect' }];
  });
  const missing = (policy: PolicyName): ProxyDecision => ({
    config: null,
    defects: [{ place: mode.place ?? '', policy, problem: 'missing' }, ...unused],
  });
  switch (mode.value) {
    case 'system':
      return { config: null, defects: unused };
    case 'direct':
    case 'auto_detect':
      return { config: { mode: mode.value }, defects: unused };
    case 'fixed_servers':
      if (server.value === null) return missing('ProxyServer');
      return {
        config: {
          mode: 'fixed_servers',
          proxyRules: server.value,
          ...(bypass.value === null ? {} : { proxyBypassRules: bypass.value }),
        },
        defects: unused,
      };
    case 'pac_script':
      if (pacUrl.value === null) return missing('ProxyPacUrl');
      return { config: { mode: 'pac_script', pacScript: pacUrl.value }, defects: unused };
    default:
      return assertNever(mode.value);
  }
};
