import type { Handler } from '../http/call';
import { accountOfLink } from './passwordLinks';

export const checkResetLink: Handler<'checkResetLink'> = (world, { body }) => ({
  email: accountOfLink(world, body.token).email,
});
