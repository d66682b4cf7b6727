import type { Handler } from '../http/call';

export const logIn: Handler<'logIn'> = async ({ passwordLogin, sessions }, { body }) => {
  const account = await passwordLogin.check(body.email, body.password);
  return sessions.open(account.id);
};
