import { agentSeeds } from '../seed/agents';

/** The customer's tenant at the identity provider. */
export const tenantId = '3f1d8c52-6f0b-4a7e-9d35-1c2b8e4a6f70';

/** The registration of this app in that tenant. */
export const clientId = 'b7a90e14-52c8-4d6f-8a13-94e0d7c5f2a1';

/** Somebody whose account the customer's own identity provider keeps. */
export interface DirectoryAccount {
  readonly objectId: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

const passwords: Readonly<Record<string, { readonly objectId: string; readonly password: string }>> = {
  'agent-6': { objectId: '8c4e2a96-0d71-4b3f-a5c8-6e9f1b7d3025', password: 'Araucaria@2026' },
};

/** Every account of the tenant. */
export const directory: readonly DirectoryAccount[] = agentSeeds.flatMap(({ id, email, name }) => {
  const secret = passwords[id];
  return secret ? [{ email, name, ...secret }] : [];
});
