import type { Agent } from '../../shared/platform/agent';
import type { EmailLanguage } from '../auth/mailbox';
import { isSelfManaged } from '../auth/selfManaged';
import { sendPasswordEmail } from '../auth/sendPasswordEmail';
import { invalidRequest } from '../http/problemError';
import type { World } from '../world';

export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly extension: string | null;
  readonly queueIds: readonly string[];
  readonly language: EmailLanguage;
}

/** What an administrator does with somebody new. Throws where the e-mail has an account, or a queue is unknown. */
export const registerAgent = (world: World, { name, email, extension, queueIds, language }: Registration): Agent => {
  const { agents, queues } = world;
  if (agents.findByEmail(email)) throw invalidRequest('body.email');
  const account = agents.add({
    name,
    email,
    extension,
    photo: null,
    permissions: ['attendance', 'frequent-questions'],
    maximumAttendances: 3,
    omnichannel: { enabled: true },
    login: isSelfManaged(world.tenant, email) ? 'microsoft' : 'password',
    passwordHash: null,
    microsoftAccountId: null,
    queueIds: queueIds.map((queueId) => queues.get(queueId).id),
  });
  if (account.login === 'password') sendPasswordEmail(world, account, language);
  return agents.view(account.id);
};
