import { Absence } from './attendances/absence';
import { AttendanceBook } from './attendances/attendanceBook';
import { Conversations } from './attendances/conversations';
import { Customers } from './attendances/customers';
import { Distributor } from './attendances/distributor';
import { Mailbox } from './auth/mailbox';
import type { MicrosoftProvider } from './auth/microsoftProvider';
import { MicrosoftSignIn } from './auth/microsoftSignIn';
import { hashPassword } from './auth/passwordHash';
import { PasswordLogin } from './auth/passwordLogin';
import { PasswordResets } from './auth/passwordResets';
import { RateLimiter } from './auth/rateLimiter';
import { Sessions } from './auth/sessions';
import type { PacedClock } from './base/clock';
import { day, second } from './base/instants';
import { EventHub } from './events/eventHub';
import { Agents, type AgentAccount } from './profile/agents';
import { PresenceService } from './queues/presenceService';
import { QueueCatalogue } from './queues/queueCatalogue';
import { agentSeeds, selfManagedDomain } from './seed/agents';
import { createCustomers } from './seed/customers';
import { History } from './seed/history';
import { queueSeeds } from './seed/queues';
import type { World } from './world';

export interface WorldOptions {
  readonly seed: number;
  readonly accessTokenSeconds: number;
  readonly offerSeconds: number;
  readonly logsInAfterReset: boolean;
  readonly microsoft: MicrosoftProvider;
}

const hashAccounts = (): Promise<readonly AgentAccount[]> =>
  Promise.all(
    agentSeeds.map(async ({ password, queueIds, ...agent }) => ({
      ...agent,
      queueIds: [...queueIds],
      passwordHash: password === null ? null : await hashPassword(password),
      microsoftAccountId: null,
    })),
  );

let accounts: Promise<readonly AgentAccount[]> | null = null;

/** The seeded agents' accounts. Hashing their passwords is slow on purpose, so a process does it once. */
export const createAccounts = (): Promise<readonly AgentAccount[]> => (accounts ??= hashAccounts());

/** Lets what one service decides reach the others that must act on it. */
const connectServices = ({ absence, agents, attendances, distributor, events, presence, sessions }: World) => {
  sessions.ended.listen((end) => {
    events.endSession(end, end.reason);
  });
  agents.changed.listen((agent) => {
    events.publish(agent.id, { type: 'agent-changed', agent });
    if (!agents.mayAttend(agent.id)) presence.logOutOfAll(agent.id);
    distributor.run();
  });
  presence.changed.listen(({ agentId, before, after }) => {
    events.publish(agentId, { type: 'presence-changed', presence: presence.view(agentId) });
    distributor.takeBack(agentId, (queueId) => after.logins[queueId]?.kind !== 'logged-in');
    const queueIds = [...Object.keys(before.logins), ...Object.keys(after.logins)];
    attendances.showQueues(
      agentId,
      queueIds.filter((queueId) => (before.logins[queueId] === undefined) !== (after.logins[queueId] === undefined)),
    );
    absence.watch(agentId);
    distributor.run();
  });
  events.connected.listen((agentId) => {
    absence.forget(agentId);
    distributor.run();
  });
  events.disconnected.listen((agentId) => {
    absence.watch(agentId);
  });
};

/** Sets the platform up: the one place where its services are constructed. */
export const createWorld = (clock: PacedClock, accounts: readonly AgentAccount[], options: WorldOptions): World => {
  const agents = new Agents(accounts);
  const queues = new QueueCatalogue(queueSeeds);
  const customers = new Customers(createCustomers(options.seed));
  const today = Math.floor(clock.now() / day) * day;
  // Event ids count on from the time of the start: those of an earlier run are known to be old.
  const events = new EventHub(clock, clock.now());
  const presence = new PresenceService(agents, queues, clock);
  const attendances = new AttendanceBook(agents, queues, customers, presence, clock, (agentId, event) => {
    events.publish(agentId, event);
  });
  const isConnected = (agentId: string) => events.isConnected(agentId);
  const offerDuration = options.offerSeconds * second;
  const distributor = new Distributor(attendances, agents, presence, isConnected, clock, offerDuration);
  const world: World = {
    clock,
    tenant: { selfManagedDomains: [selfManagedDomain], logsInAfterReset: options.logsInAfterReset },
    agents,
    queues,
    customers,
    history: new History(options.seed, today, customers),
    passwordLogin: new PasswordLogin(agents, clock),
    passwordResets: new PasswordResets(clock),
    mailbox: new Mailbox(),
    microsoft: new MicrosoftSignIn(options.microsoft, agents, clock),
    rateLimiter: new RateLimiter(clock),
    sessions: new Sessions(clock, options.accessTokenSeconds * second),
    presence,
    attendances,
    distributor,
    conversations: new Conversations(attendances, distributor, agents, queues, customers, clock),
    absence: new Absence(attendances, distributor, presence, events, clock),
    events,
  };
  connectServices(world);
  return world;
};
