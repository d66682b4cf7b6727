import { hour } from '../base/instants';
import type { Handler } from '../http/call';
import type { RateLimit } from './rateLimiter';
import { sendPasswordEmail } from './sendPasswordEmail';

/** E-mails to one address; beyond it nothing is sent, and nothing is said, so that nobody's inbox can be flooded. */
const emailLimit: RateLimit = { requests: 5, window: hour };

export const requestPasswordReset: Handler<'requestPasswordReset'> = (world, { body }) => {
  // After answering: neither the answer nor the time it takes tells whether there is such an account.
  setImmediate(() => {
    const account = world.agents.findByEmail(body.email);
    if (!account || world.rateLimiter.take(`reset e-mail ${account.id}`, emailLimit) !== null) return;
    sendPasswordEmail(world, account, body.language);
  });
};
