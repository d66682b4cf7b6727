import { z } from 'zod';
import { agentSchema, type Agent } from '../../shared/platform/agent';
import { Signal } from '../base/signal';
import { notFound } from '../http/problemError';

export const agentAccountSchema = z.object({
  ...agentSchema.shape,
  login: z.enum(['password', 'microsoft']),
  /** Null where the agent has no password here. */
  passwordHash: z.string().nullable(),
  /** The id of the agent's account at Microsoft. Null before the first sign-in with it. */
  microsoftAccountId: z.string().nullable().default(null),
  /** The queues the agent is linked to. */
  queueIds: z.array(z.string()),
});

export type AgentAccount = Readonly<z.infer<typeof agentAccountSchema>>;

/** Owns the agents' accounts. */
export class Agents {
  readonly changed = new Signal<Agent>();
  private readonly accounts = new Map<string, AgentAccount>();

  constructor(accounts: readonly AgentAccount[]) {
    this.restore(accounts);
  }

  all(): readonly AgentAccount[] {
    return [...this.accounts.values()];
  }

  /** Throws `not-found`. */
  get(id: string): AgentAccount {
    const account = this.accounts.get(id);
    if (!account) throw notFound();
    return account;
  }

  findByEmail(email: string): AgentAccount | null {
    const wanted = email.toLowerCase();
    return this.all().find((account) => account.email.toLowerCase() === wanted) ?? null;
  }

  findByMicrosoftAccount(microsoftAccountId: string): AgentAccount | null {
    const isIt = (account: AgentAccount) =>
      account.login === 'microsoft' && account.microsoftAccountId === microsoftAccountId;
    return this.all().find(isIt) ?? null;
  }

  /** The agent as the contract shows it, without what only the platform knows. */
  view(id: string): Agent {
    return agentSchema.parse(this.get(id));
  }

  /** Whether the agent may take attendances at all. */
  mayAttend(id: string): boolean {
    const { omnichannel, permissions } = this.get(id);
    return omnichannel.enabled && permissions.includes('attendance');
  }

  update(id: string, change: Partial<Pick<Agent, 'name' | 'photo' | 'maximumAttendances' | 'omnichannel'>>): Agent {
    this.accounts.set(id, { ...this.get(id), ...change });
    const agent = this.view(id);
    this.changed.send(agent);
    return agent;
  }

  add(account: Omit<AgentAccount, 'id'>): AgentAccount {
    const added: AgentAccount = { ...account, id: `agent-${String(this.accounts.size + 1)}` };
    this.accounts.set(added.id, added);
    return added;
  }

  setPasswordHash(id: string, passwordHash: string): void {
    this.accounts.set(id, { ...this.get(id), passwordHash });
  }

  linkMicrosoftAccount(id: string, microsoftAccountId: string): AgentAccount {
    const account: AgentAccount = { ...this.get(id), microsoftAccountId };
    this.accounts.set(id, account);
    return account;
  }

  restore(accounts: readonly AgentAccount[]): void {
    for (const account of accounts) this.accounts.set(account.id, account);
  }
}
