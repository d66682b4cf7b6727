import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDemo, type Demo } from '../startDemo';
import { DemoClient } from '../testing/demoClient';

const email = 'ana.souza@aurora.example';
const password = 'Margarida@2027';

const emailsSchema = z.object({ emails: z.array(z.object({ token: z.string() })) });

let demo: Demo;
let client: DemoClient;
beforeEach(async () => {
  demo = await startDemo();
  client = new DemoClient(demo);
});
afterEach(() => demo.stop());

const askFor = async (to = email) => {
  await client.call('requestPasswordReset', { body: { email: to, language: 'pt-BR' } });
  const newest = async () => emailsSchema.parse((await client.control('GET', '/emails')).body).emails.at(-1)?.token;
  await expect.poll(newest).toBeDefined();
  return (await newest()) ?? '';
};
const read = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
});
const address = (search = '') => `${demo.url}/reset-password/browser${search}`;
const open = async (token: string, language = 'pt-BR') =>
  read(await fetch(address(`?token=${token}&language=${language}`)));
const send = async (fields: Record<string, string>) =>
  read(await fetch(address(), { method: 'POST', body: new URLSearchParams(fields) }));
const save = (token: string, first: string, second = first, language = 'pt-BR') =>
  send({ token, language, password: first, confirmation: second });

describe('the page to set a password in the browser', () => {
  it('is where the landing page leads on to, and sets the password that the agent then logs in with', async () => {
    const session = await client.logIn();
    const token = await askFor();
    const landing = await (await fetch(`${demo.url}/reset-password?token=${token}`)).text();
    const link = /href="(\/reset-password\/browser[^"]+)"/.exec(landing)?.[1]?.replace('&amp;', '&') ?? '';
    const form = await read(await fetch(new URL(link, demo.url)));
    for (const phrase of ['Definição de senha', `Senha de ${email}`, 'Nova senha', 'Confirmar senha', 'Salvar']) {
      expect(form.text).toContain(phrase);
    }
    const done = await save(token, password);
    expect(done).toMatchObject({ status: 200 });
    expect(done.text).toContain('Senha definida');
    expect(await client.refused('readMe')).toMatchObject({ code: 'invalid-token' });
    expect(await client.refused('refresh', { body: { refreshToken: session.refreshToken } })).toMatchObject({
      reason: 'revoked',
    });
    await client.call('logIn', { body: { email, password } });
  });

  it('does nothing by being opened, however often', async () => {
    const token = await askFor();
    for (let count = 0; count < 3; count += 1) expect(await open(token)).toMatchObject({ status: 200 });
    expect(await save(token, password)).toMatchObject({ status: 200 });
  });

  it('says what is missing, in either language, shows no password again, and leaves the link good', async () => {
    const token = await askFor();
    const short = await save(token, 'curta&1');
    expect(short.status).toBe(422);
    expect(/role="alert">.*?<\/div>/s.exec(short.text)?.[0].match(/<li>.*?<\/li>/g)).toEqual([
      '<li>pelo menos 8 caracteres</li>',
      '<li>uma letra maiúscula</li>',
      '<li>um caractere especial</li>',
      '<li>nenhum destes caracteres: &amp; #</li>',
    ]);
    expect(short.text).not.toContain('curta');
    expect((await save(token, 'short', 'short', 'en')).text).toContain('an upper-case letter');
    expect((await save(token, password, 'another')).text).toContain('As senhas não são iguais');
    expect((await save(token, password, 'another', 'en')).text).toContain('not the same');
    expect(await send({ token })).toMatchObject({ status: 422 });
    expect(await save(token, `${password}${'a'.repeat(300)}`)).toMatchObject({ status: 422 });
    expect(await save(token, password)).toMatchObject({ status: 200 });
  });

  it.each([
    ['pt-BR', 'O link já foi usado.', 'O link não é da plataforma.', 'O link está incompleto.'],
    ['en', 'The link was used already.', 'The link is not one of the platform', 'The link is incomplete.'],
  ])('says in %s why a link does not work', async (language, used, unknown, damaged) => {
    const token = await askFor();
    await save(token, password);
    expect((await open(token, language)).text).toContain(used);
    expect((await save(token, password, password, language)).text).toContain(used);
    expect((await open('made-up-token-of-nobody', language)).text).toContain(unknown);
    expect((await open('short', language)).text).toContain(damaged);
  });

  it('sends whoever has no password here to the administrator', async () => {
    const { text } = await open(await askFor('fernanda.lima@boreal.example'));
    expect(text).toContain(
      'Este usuário pertence a um grupo autogerenciado. Entre em contato com Administrador da conta.',
    );
    expect(text).not.toContain('<form');
  });

  it('runs no script, is kept by nobody, and answers nobody who tries one token after the other', async () => {
    const { headers, text } = await open(await askFor());
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; base-uri 'none'; form-action 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toContain('<script');
    const tries = await Promise.all(Array.from({ length: 30 }, () => open('made-up-token-of-nobody')));
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('is no way in for forms to the rest of the platform', async () => {
    const body = new URLSearchParams({ email, password: 'Girassol@2026' });
    expect((await fetch(`${demo.url}/v1/auth/login`, { method: 'POST', body })).status).toBe(400);
    const large = { token: 'a'.repeat(20_000) };
    expect(await send(large)).toMatchObject({ status: 413 });
  });
});
