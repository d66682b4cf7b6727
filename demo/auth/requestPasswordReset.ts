import { hour, toInstant } from '../base/instants';
import type { Handler } from '../http/call';
import type { RateLimit } from './rateLimiter';

/** E-mails to one address; beyond it nothing is sent, and nothing is said, so that nobody's inbox can be flooded. */
const emailLimit: RateLimit = { requests: 5, window: hour };

export const requestPasswordReset: Handler<'requestPasswordReset'> = (
  { agents, clock, mailbox, passwordResets, rateLimiter },
  { body },
) => {
  const account = agents.findByEmail(body.email);
  if (!account || rateLimiter.take(`reset e-mail ${account.id}`, emailLimit) !== null) return;
  mailbox.send({
    to: account.email,
    template: 'password-reset',
    language: body.language,
    at: toInstant(clock.now()),
    token: passwordResets.create(account.id),
  });
};
