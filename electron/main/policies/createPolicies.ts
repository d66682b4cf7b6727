import type { FileLogger } from '../logging/fileLogger';
import type { SettingsService } from '../settings/settingsService';
import { gatherPolicies, type PolicySource } from './managedPolicies';
import { Policies } from './policies';

export interface ObeyingServices {
  readonly logger: FileLogger;
  readonly settings: Pick<SettingsService, 'obey'>;
}

/** Makes of what was read what the services need, and has those obey at once that are there already. */
export const createPolicies = (sources: readonly PolicySource[], { logger, settings }: ObeyingServices): Policies => {
  const policies = new Policies({ managed: gatherPolicies(sources), environment: process.env });
  logger.setLevel(policies.logLevel);
  settings.obey(policies);
  policies.log(logger);
  return policies;
};
