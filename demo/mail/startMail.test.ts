import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { EmailLanguage, EmailTemplate } from '../auth/mailbox';
import { createTestWorld, type TestWorld } from '../testing/createTestWorld';
import { MailCatcher } from './mailCatcher';
import { startMail, type Mail } from './startMail';

const platformUrl = 'http://127.0.0.1:8080';
/** The first e-mail loads three libraries, which may take long on a busy machine. In milliseconds. */
const patience = 60_000;

const token = 'a-token_of-an-e-mail_0123456789';

const messagesSchema = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
    }),
  ),
});

let world: TestWorld;
let mail: Mail;
beforeEach(async () => {
  world = await createTestWorld();
  mail = await startMail(world, { platformUrl });
});
afterEach(() => mail.stop());

const send = (template: EmailTemplate = 'first-password', language: EmailLanguage = 'pt-BR', name = 'Íris Peçanha') => {
  world.mailbox.send({ to: 'iris@aurora.example', name, template, language, at: '2026-11-22T12:00:00.000Z', token });
};
const messages = async () => messagesSchema.parse(await (await fetch(`${mail.url}/messages`)).json()).messages;
const arrived = () => expect.poll(async () => (await messages()).length, { timeout: patience }).toBe(1);

describe('e-mail by SMTP', { timeout: patience }, () => {
  it.each([
    ['first-password', 'pt-BR', 'Defina sua senha do Smartspace', 'Olá, Íris Peçanha.', 'uma única vez'],
    ['first-password', 'en', 'Set your Smartspace password', 'Hello, Íris Peçanha.', 'works once'],
    ['password-redefinition', 'pt-BR', 'Redefina sua senha do Smartspace', 'já atendia por voz', 'uma única vez'],
    ['password-redefinition', 'en', 'Reset your Smartspace password', 'worked in voice queues', 'works once'],
  ] as const)('brings %s in %s as text and as HTML, with the link in both', async (...row) => {
    const [template, language, subject, ...phrases] = row;
    send(template, language);
    await arrived();
    const [message] = await messages();
    expect(message).toMatchObject({
      subject,
      to: '"Íris Peçanha" <iris@aurora.example>',
      from: '"Smartspace" <nao-responda@smartspace.example>',
    });
    const link = `${platformUrl}/reset-password?token=${token}${language === 'en' ? '&language=en' : ''}`;
    expect(message?.text).toContain(`:\n${link}\n`);
    expect(message?.html).toContain(`href="${link.replace('&', '&amp;')}"`);
    for (const phrase of phrases) {
      expect(message?.text).toContain(phrase);
      expect(message?.html).toContain(phrase);
    }
  });

  it('lets no name become markup', async () => {
    send('first-password', 'en', '<img src=x>');
    await arrived();
    expect((await messages())[0]?.html).toContain('Hello, &lt;img src=x&gt;.');
  });

  it('goes to a real server where one is named, and then not to the page', async () => {
    const server = new MailCatcher();
    const smtpUrl = `smtp://127.0.0.1:${await server.port()}?ignoreTLS=true`;
    const through = await startMail(world, { platformUrl, smtpUrl, from: 'senhas@aurora.example' });
    send();
    await expect
      .poll(() => server.all(), { timeout: patience })
      .toMatchObject([{ from: '"Smartspace" <senhas@aurora.example>' }]);
    expect(await (await fetch(`${through.url}/messages`)).json()).toEqual({ messages: [] });
    expect(await (await fetch(through.url)).text()).toContain('SMTP_URL is set');
    await through.stop();
    await server.stop();
  });

  it('says when it could not be delivered, but not to whom, nor the link', async () => {
    const server = new MailCatcher();
    const smtpUrl = `smtp://127.0.0.1:${await server.port()}`;
    await server.stop();
    const through = await startMail(world, { platformUrl, smtpUrl });
    const written: string[] = [];
    const errorOutput = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    send();
    await expect.poll(() => written, { timeout: patience }).toHaveLength(1);
    errorOutput.mockRestore();
    expect(written).toEqual(['An e-mail could not be delivered: ESOCKET\n']);
    await through.stop();
  });
});

describe('the page to read e-mails on', { timeout: patience }, () => {
  it('says that there is none yet, then lists what came', async () => {
    expect(await (await fetch(mail.url)).text()).toContain('None so far');
    send();
    await arrived();
    const page = await (await fetch(mail.url)).text();
    expect(page).toContain('<a href="/messages/1">Defina sua senha do Smartspace</a>');
  });

  it('shows an e-mail in a frame that can run nothing, and as plain text', async () => {
    send();
    await arrived();
    const page = await fetch(`${mail.url}/messages/1`);
    expect(await page.text()).toMatch(/<iframe\s+src="\/messages\/1\/html"[^>]* sandbox="allow-popups [^"]*"/);
    const framed = await fetch(`${mail.url}/messages/1/html`);
    expect(framed.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox allow-popups/);
    expect(await framed.text()).toBe((await messages())[0]?.html);
    expect((await fetch(`${mail.url}/messages/2`)).status).toBe(404);
  });
});
