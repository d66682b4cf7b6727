import { agentSeeds } from '../seed/agents';

/** The customer's tenant at the identity provider. */
export const tenantId = '3f1d8c52-6f0b-4a7e-9d35-1c2b8e4a6f70';

/** The registration of this app in that tenant. */
export const clientId = 'b7a90e14-52c8-4d6f-8a13-94e0d7c5f2a1';

/** What the app asks for. */
export const scopes: readonly string[] = ['openid', 'profile', 'email'];

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

const agents: readonly DirectoryAccount[] = agentSeeds.flatMap(({ id, email, name }) => {
  const secret = passwords[id];
  return secret ? [{ email, name, ...secret }] : [];
});

/** Works at the customer, and is nobody to the platform. */
export const stranger: DirectoryAccount = {
  objectId: 'd2b75f08-41c9-4e6a-8b1d-7a30c9e5f684',
  email: 'otavio.reis@boreal.example',
  name: 'Otávio Reis',
  password: 'Quaresmeira@2026',
};

/** A guest of the tenant's, under the e-mail of an agent who has a password at the platform. */
export const guest: DirectoryAccount = {
  objectId: '5e90d3c1-b82f-4f17-96a4-c0d81f2e7b39',
  email: 'ana.souza@aurora.example',
  name: 'Ana Souza',
  password: 'Manaca@2026',
};

/** Every account of the tenant. */
export const directory: readonly DirectoryAccount[] = [...agents, stranger, guest];
