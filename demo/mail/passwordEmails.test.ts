import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient } from '../testing/demoClient';

const messagesSchema = z.object({
  messages: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })),
});

/** The first e-mail loads three libraries, which may take long on a busy machine. In milliseconds. */
const patience = 60_000;

let demo: Demo;
let client: DemoClient;
beforeEach(async () => {
  demo = await startDemo();
  client = new DemoClient(demo);
});
afterEach(() => demo.stop());

const messages = async () => messagesSchema.parse(await (await fetch(`${demo.mail.url}/messages`)).json()).messages;
const arrived = async () => {
  await expect.poll(async () => (await messages()).length, { timeout: patience }).toBe(1);
  return (await messages())[0];
};
const forgot = (email: string) => client.send('requestPasswordReset', { body: { email, language: 'pt-BR' } });

describe('an e-mail with a link', { timeout: patience }, () => {
  it('comes to an agent who forgot the password, and its link sets a new one', async () => {
    await forgot('ana.souza@aurora.example');
    const email = await arrived();
    const address = new URL(/^http:\S+$/m.exec(email?.text ?? '')?.[0] ?? '');
    const page = await (await fetch(address)).text();
    const link = new URL(/href="(smartspace:[^"]+)"/.exec(page)?.[1] ?? '');
    const password = 'Margarida@2027';
    const body = { token: link.searchParams.get('token'), password, wantsSession: true };
    expect(await client.call('resetPassword', { body })).toMatchObject({ next: 'session' });
    await client.call('logIn', { body: { email: 'ana.souza@aurora.example', password } });
  });

  it('leads over https where the platform has such an address', async () => {
    const elsewhere = await startDemo({ publicUrl: 'https://demo.example' });
    await new DemoClient(elsewhere).control('POST', '/agents', { name: 'Gil Prado', email: 'gil@aurora.example' });
    const read = async () => messagesSchema.parse(await (await fetch(`${elsewhere.mail.url}/messages`)).json());
    await expect.poll(async () => (await read()).messages.length, { timeout: patience }).toBe(1);
    expect((await read()).messages[0]?.text).toMatch(/^https:\/\/demo\.example\/reset-password\?token=/m);
    await elsewhere.stop();
  });

  it('does not come where there is no account, and the answer is the same', async () => {
    const unknown = await forgot('nobody@aurora.example');
    const known = await forgot('ana.souza@aurora.example');
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
    expect(await arrived()).toMatchObject({ to: '"Ana Souza" <ana.souza@aurora.example>' });
    expect((await client.control('GET', '/state')).body).toMatchObject({
      emails: [{ to: 'ana.souza@aurora.example' }],
    });
  });

  it('comes to somebody new, whose first password it is, unless Microsoft keeps it', async () => {
    const registration = { name: 'Gil Prado', email: 'gil@aurora.example', queueIds: ['queue-sales-whatsapp'] };
    expect(await client.control('POST', '/agents', registration)).toMatchObject({ body: { id: 'agent-7' } });
    expect(await arrived()).toMatchObject({ subject: 'Defina sua senha do Smartspace' });
    expect(await client.refused('logIn', { body: { email: 'gil@aurora.example', password: 'x' } })).toMatchObject({
      code: 'invalid-credentials',
    });
    const selfManaged = { name: 'Ivo Reis', email: 'ivo.reis@boreal.example' };
    await client.control('POST', '/agents', selfManaged);
    expect((await client.control('GET', '/state')).body).toMatchObject({ emails: [{ to: 'gil@aurora.example' }] });
    const again = await client.control('POST', '/agents', registration);
    expect(again).toMatchObject({ status: 400, body: { path: 'body.email' } });
  });

  it('comes to an agent of voice queues who is enabled for omnichannel, as a redefinition', async () => {
    await client.control('POST', '/agents/agent-4', { missing: [], language: 'en' });
    expect(await arrived()).toMatchObject({ subject: 'Reset your Smartspace password' });
    await client.control('POST', '/agents/agent-4', { missing: [] });
    expect((await client.control('GET', '/state')).body).toMatchObject({
      emails: [{ template: 'password-redefinition' }],
    });
  });
});
