import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { linkNotice, linkWith, requestToken, startAgain, typePassword } from '../support/passwordLinks';
import { expectFormFor, expectNoTrace, isInSight, putAway, setPassword } from '../support/passwordLinks';
import { createHome, openBySystem } from '../support/systemLinks';
import { filesHolding, readLog } from '../support/profileFiles';
import { expectLoginScreen, finish, logIn } from '../support/screens';
import { startServing } from '../support/serving';
import { close, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import type { LaunchOptions } from '../support/app';
import type { PasswordAgent } from '../support/test';

const newPassword = 'Jabuticaba de 2026!';
const env = { SMARTSPACE_LOG_LEVEL: 'debug' };
const hour = 3_600_000;

const other = (agents: Readonly<Record<string, PasswordAgent>>, ana: PasswordAgent): PasswordAgent => {
  const found = Object.values(agents).find(({ email }) => email !== ana.email);
  if (found === undefined) throw new Error('The demo has no other agent');
  return found;
};

test('starts the app, sets the password and goes straight into a session, and leaves no trace of its token', async ({
  launch,
  demo,
  ana,
  profile,
}) => {
  const token = await requestToken(demo, ana.email);
  const app = await launch({ env, parameters: ['--', linkWith(token)] });
  await expectFormFor(app.page, ana.email);
  await setPassword(app.page, newPassword);
  await expect(app.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  await expect.poll(() => readLog(profile)).toContain('link to set a password state="none"');
  await expectNoTrace(app, profile, token);

  // The same link once more, as somebody clicks it who did not see what happened.
  expect((await startAgain({ platformUrl: demo.url, profile, parameters: [linkWith(token)] })).code).toBe(0);
  await expect(linkNotice(app.page)).toBeVisible();
  await app.page.getByRole('button', { name: 'Definir senha' }).click();
  await expect(app.page.getByText('Este link já foi usado')).toBeVisible();
  await expectNoTrace(app, profile, token);
});

test('waits beside a stored login that the app starts with', async ({ launch, demo, ana, agents, control }) => {
  const first = await launch();
  await logIn(first.page, ana);
  await close(first);
  const before = await sessionId(control);
  const { email } = other(agents, ana);
  const second = await launch({ parameters: ['--', linkWith(await requestToken(demo, email))] });
  await expect(linkNotice(second.page)).toBeVisible();
  await second.page.getByRole('button', { name: 'Definir senha' }).click();
  await expectFormFor(second.page, email);
  await setPassword(second.page, newPassword);
  await expect(second.page.getByText('Senha salva.')).toBeVisible();
  // Another agent's password is another agent's matter.
  expect(await sessionId(control)).toBe(before);
  await expect(second.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
});

const places = ['in front', 'minimised', 'hidden'] as const;

test('brings the window to the front wherever it is, with the form where nobody is logged in', async ({
  launch,
  demo,
  ana,
  profile,
}) => {
  const app = await launch({ env });
  for (const place of places) {
    await test.step(place, async () => {
      await expectLoginScreen(app.page);
      if (place !== 'in front') {
        await putAway(app, place);
        await expect.poll(() => isInSight(app)).toBe(false);
      }
      const token = await requestToken(demo, ana.email);
      const options: LaunchOptions = { platformUrl: demo.url, profile, env };
      const second = await startAgain({ ...options, parameters: ['--', linkWith(token)] });
      expect(second.code).toBe(0);
      expect(second.output).not.toContain(token);
      await expect.poll(() => isInSight(app)).toBe(true);
      await expectFormFor(app.page, ana.email);
      await expectNoTrace(app, profile, token);
      await app.page.getByRole('button', { name: 'Voltar' }).click();
    });
  }
});

test('brings the window to the front wherever it is, with a notice where another agent is logged in', async ({
  launch,
  demo,
  ana,
  agents,
  profile,
  control,
}) => {
  const app = await launch();
  await logIn(app.page, ana);
  const session = await sessionId(control);
  const { email } = other(agents, ana);
  for (const place of places) {
    await test.step(place, async () => {
      if (place !== 'in front') {
        await putAway(app, place);
        await expect.poll(() => isInSight(app)).toBe(false);
      }
      const token = await requestToken(demo, email);
      await startAgain({ platformUrl: demo.url, profile, parameters: ['--', linkWith(token)] });
      await expect.poll(() => isInSight(app)).toBe(true);
      await expect(linkNotice(app.page)).toBeVisible();
      expect(await sessionId(control)).toBe(session);
      await app.page.getByRole('button', { name: 'Definir senha' }).click();
      await expectFormFor(app.page, email);
      await app.page.getByRole('button', { name: 'Voltar' }).click();
      await expect(app.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
      await expect(linkNotice(app.page)).toBeHidden();
      expect(await sessionId(control)).toBe(session);
    });
  }
});

test('does not disturb an attendance: a notice, and the words being typed stay under the cursor', async ({
  launch,
  demo,
  ana,
  agents,
  profile,
  control,
}) => {
  const app = await launch();
  await startServing(app, control, ana);
  const message = app.page.getByRole('textbox', { name: 'Mensagem' });
  await message.fill('Um momento, por');
  const { email } = other(agents, ana);
  await startAgain({ platformUrl: demo.url, profile, parameters: [linkWith(await requestToken(demo, email))] });
  await expect(linkNotice(app.page)).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Definir senha' })).toBeHidden();
  await app.page.keyboard.type(' favor');
  await expect(message).toHaveValue('Um momento, por favor');
  await finish(app.page, 'Resolvido no atendimento');
  await app.page.getByRole('button', { name: 'Definir senha' }).click();
  await expectFormFor(app.page, email);
});

test('leaves a dialog that is open as it is, with the cursor in it', async ({ launch, demo, ana, agents, profile }) => {
  const { page } = await launch();
  await logIn(page, ana);
  await page.getByRole('button', { name: 'Menu do usuário' }).click();
  await page.getByRole('menuitem', { name: 'Meu Perfil' }).click();
  const name = page.getByRole('dialog', { name: 'Meu Perfil' }).getByRole('textbox', { name: 'Nome' });
  await name.fill('Ana S');
  const token = await requestToken(demo, other(agents, ana).email);
  await startAgain({ platformUrl: demo.url, profile, parameters: [linkWith(token)] });
  await expect(linkNotice(page)).toBeVisible();
  await page.keyboard.type('ouza');
  await expect(name).toHaveValue('Ana Souza');
});

test('says in plain words what is wrong with a link', async ({ launch, demo, ana, profile, control }) => {
  const app = await launch({ env });
  await expectLoginScreen(app.page);
  const open = async (...parameters: string[]) => {
    expect((await startAgain({ platformUrl: demo.url, profile, env, parameters })).code).toBe(0);
  };
  const expectText = async (text: string) => {
    await expect(app.page.getByRole('alert').getByText(text)).toBeVisible();
    await app.page.getByRole('button', { name: 'Voltar' }).click();
    await expectLoginScreen(app.page);
  };
  const damaged = 'Este link está incompleto ou danificado';
  const good = await requestToken(demo, ana.email);

  await open('--', linkWith('made-up-0123456789'));
  await expectText('A plataforma não reconhece este link');
  await open('--', linkWith('short'));
  await expectText(damaged);
  await open('--', linkWith('a'.repeat(10_000)));
  await expectText(damaged);
  // Longer than what one instance can hand to another.
  await open('--', linkWith('a'.repeat(100_000)));
  await expectText(damaged);
  await open('--', `${linkWith(good)}&next=https://evil.example`);
  await expectText(damaged);
  await open('--', `${linkWith(good)}" --inspect=0 "`, '--gpu-launcher=sh');
  await expectText(damaged);
  await open('--inspect=0', '--no-such-switch', `SMARTSPACE://reset-password/?token=${good}`, '"', "'");
  await expectFormFor(app.page, ana.email);
  await control.advance(hour);
  await setPassword(app.page, newPassword);
  await expectText('Este link expirou');
  await expectNoTrace(app, profile, good);
});

test('keeps what is being typed when the link is opened again, and shows the newest of several', async ({
  launch,
  demo,
  ana,
  agents,
  profile,
}) => {
  const link = linkWith(await requestToken(demo, ana.email));
  const app = await launch({ parameters: ['--', link] });
  await expectFormFor(app.page, ana.email);
  await typePassword(app.page, newPassword);
  await startAgain({ platformUrl: demo.url, profile, parameters: [link] });
  await expect(app.page.getByRole('textbox', { name: 'Confirmar senha' })).toHaveValue(newPassword);
  await expectFormFor(app.page, ana.email);
  const { email } = other(agents, ana);
  await startAgain({ platformUrl: demo.url, profile, parameters: [linkWith(await requestToken(demo, email))] });
  await expectFormFor(app.page, email);
});

test("is opened by the system's own handler, whether the app runs or not", async ({ launch, demo, ana, profile }) => {
  test.skip(process.platform !== 'linux', 'Elsewhere only an installed app is registered');
  const home = await createHome();
  const options: LaunchOptions = { platformUrl: demo.url, profile, env: { ...env, ...home.env } };
  const app = await launch(options);
  await expectLoginScreen(app.page);
  await expect.poll(() => readLog(profile)).toContain('links open this app from now on');
  const token = await requestToken(demo, ana.email);
  const opening = openBySystem(options, linkWith(token));
  await expectFormFor(app.page, ana.email);
  expect(await opening.exited).toBe(0);
  await expectNoTrace(app, profile, token);
  await close(app);
  expect(await filesHolding(home.folder, token)).toEqual([]);

  const logged = await readLog(profile);
  const starting = openBySystem(options, linkWith(await requestToken(demo, ana.email)));
  try {
    await expect.poll(async () => (await readLog(profile)).slice(logged.length)).toContain('state="open"');
  } finally {
    await starting.kill();
    await home.remove();
  }
});

test('survives a page that opens a thousand links', async ({ launch, demo, ana, profile }) => {
  const app = await launch();
  await expectLoginScreen(app.page);
  await recordPlatformRequests(app);
  const newest = linkWith(await requestToken(demo, ana.email));
  await app.application.evaluate(({ app: electron }, last) => {
    for (let count = 0; count < 1000; count += 1) {
      const link = `smartspace://reset-password?token=made-up-${String(count).padStart(10, '0')}`;
      electron.emit('second-instance', {}, ['electron', link], '', undefined);
    }
    electron.emit('second-instance', {}, ['electron', last], '', undefined);
  }, newest);
  await expectFormFor(app.page, ana.email);
  expect(await countPlatformRequests(app, 'POST /v1/auth/reset/check')).toBeLessThanOrEqual(2);
  expect((await readLog(profile)).split('link to set a password').length).toBeLessThan(10);
});
