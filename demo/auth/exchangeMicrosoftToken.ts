import type { Handler } from '../http/call';

export const exchangeMicrosoftToken: Handler<'exchangeMicrosoftToken'> = async ({ microsoft, sessions }, { body }) => {
  const { id, email } = await microsoft.exchange(body.idToken);
  return { email, tokens: sessions.open(id) };
};
