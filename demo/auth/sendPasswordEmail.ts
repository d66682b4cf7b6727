import { toInstant } from '../base/instants';
import type { AgentAccount } from '../profile/agents';
import type { World } from '../world';
import type { EmailLanguage, EmailTemplate } from './mailbox';

type Sender = Pick<World, 'clock' | 'mailbox' | 'passwordResets'>;

const templateFor = ({ login, passwordHash }: AgentAccount): EmailTemplate =>
  login === 'password' && passwordHash === null ? 'first-password' : 'password-redefinition';

/** Sends an agent the link to set a password with. Links sent before stop working. */
export const sendPasswordEmail = (
  { clock, mailbox, passwordResets }: Sender,
  account: AgentAccount,
  language: EmailLanguage,
): void => {
  mailbox.send({
    to: account.email,
    name: account.name,
    template: templateFor(account),
    language,
    at: toInstant(clock.now()),
    token: passwordResets.create(account.id),
  });
};
