import { expect } from 'playwright/test';
import { z } from 'zod';
import type { Demo } from '../../demo/startDemo';

const messagesSchema = z.object({ messages: z.array(z.object({ to: z.string(), text: z.string() })) });

const readEmails = async (demo: Demo) => {
  const answer = await fetch(new URL('/messages', demo.mail.url));
  return messagesSchema.parse(await answer.json()).messages;
};

/** Whom e-mails went to so far, in order. */
export const readAddressees = async (demo: Demo): Promise<readonly string[]> =>
  (await readEmails(demo)).map(({ to }) => to);

/** The text of the newest e-mail to an address, as it came over SMTP; waits for one. */
export const readEmail = async (demo: Demo, email: string): Promise<string> => {
  const readNewest = async () => (await readEmails(demo)).findLast(({ to }) => to.includes(email))?.text ?? '';
  await expect.poll(readNewest).not.toBe('');
  return readNewest();
};

/** The link to the app on the page that an e-mail's link leads to. */
export const followToApp = async (text: string): Promise<string> => {
  const [address = ''] = /https?:\/\/\S+/.exec(text) ?? [];
  const page = await (await fetch(address)).text();
  const [, link = ''] = /href="(smartspace:[^"]+)"/.exec(page) ?? [];
  return link;
};
