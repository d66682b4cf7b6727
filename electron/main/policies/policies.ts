import type { LoginRules } from '../../../shared/state/loginRules';
import type { EnforceableSetting, SettingsState } from '../../../shared/state/settings';
import { policyNames, type PolicyDefect, type PolicyLine } from '../../../shared/state/policy';
import type { UpdateChannel } from '../../../shared/state/update';
import type { Logger } from '../logging/logger';
import { parseLogLevel, type LogLevel } from '../logging/fileLogger';
import type { ChosenSettings } from '../settings/settingsFile';
import { choosePlatformAddress, type PlatformAddress } from '../platform/platformAddress';
import type { ManagedPolicies } from './managedPolicies';
import { decideProxy, type ProxyConfig } from './proxyConfig';
import { resolvePolicies, type EffectivePolicies } from './resolvePolicies';

export interface PoliciesOptions {
  readonly managed: ManagedPolicies;
  /** The process' environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What the company decided for this computer, as the services need it. It stays as it was when the app started. */
export class Policies {
  readonly #managed: ManagedPolicies;
  readonly #environment: PoliciesOptions['environment'];
  readonly #proxy: ReturnType<typeof decideProxy>;

  constructor({ managed, environment }: PoliciesOptions) {
    this.#managed = managed;
    this.#environment = environment;
    this.#proxy = decideProxy(this.#resolve(null));
  }

  get platformAddress(): PlatformAddress {
    const { enforced, defaults } = this.#managed;
    return choosePlatformAddress({
      enforced: enforced.PlatformUrl?.value ?? null,
      environment: this.#environment['SMARTSPACE_URL'],
      recommended: defaults.PlatformUrl?.value ?? null,
    });
  }

  get loginRules(): LoginRules {
    const { enforced, defaults } = this.#managed;
    return {
      methods: this.#resolve(null).LoginMethods.value,
      enforcedPlace: enforced.MicrosoftFlow?.value ?? null,
      usualPlace: defaults.MicrosoftFlow?.value ?? 'popup',
    };
  }

  get mayLeaveAnyway(): boolean {
    return this.#resolve(null).MayLeaveAnyway.value;
  }

  get updateChannel(): UpdateChannel {
    return this.#resolve(null).UpdateChannel.value;
  }

  get logLevel(): LogLevel {
    return this.#resolve(null).LogLevel.value;
  }

  /** Null: the system's. */
  get proxy(): ProxyConfig | null {
    return this.#proxy.config;
  }

  get defects(): readonly PolicyDefect[] {
    return [...this.#managed.defects, ...this.#proxy.defects];
  }

  /** What counts of the agent's choices, and which of them are not the agent's to make. */
  decideSettings(chosen: ChosenSettings): Pick<SettingsState, EnforceableSetting | 'enforced'> {
    const { CloseToTray, StartAtLogin } = this.#resolve(chosen);
    const origins = { closesToTray: CloseToTray.origin, startsAtLogin: StartAtLogin.origin };
    const names = ['closesToTray', 'startsAtLogin'] as const;
    return {
      closesToTray: CloseToTray.value,
      startsAtLogin: StartAtLogin.value,
      enforced: names.filter((name) => origins[name] === 'enforced'),
    };
  }

  /** Every value as it counts at this moment. */
  describe(chosen: ChosenSettings): readonly PolicyLine[] {
    const effective = this.#resolve(chosen);
    return policyNames.map((policy) => {
      const { value, origin, place } = effective[policy];
      return { policy, value: describeValue(value), origin, place };
    });
  }

  /** Writes what is managed into the log: names and places, no values. */
  log(logger: Logger): void {
    const { enforced, defaults } = this.#managed;
    const managed = [...Object.keys(enforced), ...Object.keys(defaults)];
    if (managed.length > 0) {
      logger.info('this computer is managed', {
        enforced: Object.keys(enforced).join(' '),
        defaults: Object.keys(defaults).join(' '),
      });
    }
    for (const { place, policy, problem } of this.defects) {
      logger.warn('a policy is not obeyed', { place, policy, problem });
    }
  }

  #resolve(chosen: ChosenSettings | null): EffectivePolicies {
    const { SMARTSPACE_URL: url = '', SMARTSPACE_LOG_LEVEL: level } = this.#environment;
    return resolvePolicies(this.#managed, {
      environment: { PlatformUrl: url.trim() === '' ? undefined : url.trim(), LogLevel: parseLogLevel(level) },
      user: {
        // The window is where everybody starts: only the browser is ever chosen.
        MicrosoftFlow: chosen?.microsoftPlace === 'browser' ? 'browser' : undefined,
        CloseToTray: chosen?.closesToTray ?? undefined,
        StartAtLogin: chosen?.startsAtLogin ?? undefined,
      },
    });
  }
}

/** As text. What stands behind a question mark may be a key to something. */
const describeValue = (value: EffectivePolicies[keyof EffectivePolicies]['value']): string | null => {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? value.replace(/[?#].*$/, '') : value.join(', ');
};
