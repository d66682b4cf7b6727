import type { FileLogger } from '../logging/fileLogger';
import { gatherPolicies, type PolicySource } from './managedPolicies';
import { Policies } from './policies';

/** Makes of what was read what the services need, and has the log obey at once. */
export const createPolicies = (sources: readonly PolicySource[], logger: FileLogger): Policies => {
  const policies = new Policies({ managed: gatherPolicies(sources), environment: process.env });
  logger.setLevel(policies.logLevel);
  policies.log(logger);
  return policies;
};
