import type { Absence } from './attendances/absence';
import type { Mailbox } from './auth/mailbox';
import type { MicrosoftSignIn } from './auth/microsoftSignIn';
import type { PasswordLogin } from './auth/passwordLogin';
import type { PasswordResets } from './auth/passwordResets';
import type { RateLimiter } from './auth/rateLimiter';
import type { Sessions } from './auth/sessions';
import type { AttendanceBook } from './attendances/attendanceBook';
import type { Conversations } from './attendances/conversations';
import type { Customers } from './attendances/customers';
import type { Distributor } from './attendances/distributor';
import type { PacedClock } from './base/clock';
import type { EventHub } from './events/eventHub';
import type { Agents } from './profile/agents';
import type { PresenceService } from './queues/presenceService';
import type { QueueCatalogue } from './queues/queueCatalogue';
import type { History } from './seed/history';

/** Everything the platform consists of, as handlers see it: each service owns its part of the truth. */
export interface World {
  readonly clock: PacedClock;
  readonly tenant: {
    readonly selfManagedDomains: readonly string[];
    /** Whether setting a password by a link logs the agent in. */
    readonly logsInAfterReset: boolean;
  };
  readonly agents: Agents;
  readonly queues: QueueCatalogue;
  readonly customers: Customers;
  readonly history: History;
  readonly passwordLogin: PasswordLogin;
  readonly passwordResets: PasswordResets;
  readonly mailbox: Mailbox;
  readonly microsoft: MicrosoftSignIn;
  readonly rateLimiter: RateLimiter;
  readonly sessions: Sessions;
  readonly presence: PresenceService;
  readonly attendances: AttendanceBook;
  readonly distributor: Distributor;
  readonly conversations: Conversations;
  readonly absence: Absence;
  readonly events: EventHub;
}
