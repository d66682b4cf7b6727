import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { linkNotice, linkWith, requestToken, startAgain, typePassword } from '../support/passwordLinks';
import { expectFormFor, expectNoTrace, isInSight, putAway, setPassword } from '../support/passwordLinks';
import { createHome, openBySystem } from '../support/systemLinks';
import { filesHolding, readLog } from '../support/profileFiles';
import { expectLoginScreen, finish, logInToQueues } from '../support/screens';
import { serveCustomer } from '../support/serving';
import { close, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import type { LaunchOptions, RunningApp } from '../support/app';
import type { PasswordAgent } from '../support/test';

const newPassword = 'Jabuticaba de 2026!';
const env = { SMARTSPACE_LOG_LEVEL: 'debug' };
const hour = 3_600_000;

const places = ['in front', 'minimised', 'hidden'] as const;

const putInto = async (place: (typeof places)[number], app: RunningApp): Promise<void> => {
  if (place === 'in front') return;
  await putAway(app, place);
  await expect.poll(() => isInSight(app)).toBe(false);
};

/** Two besides Ana: nobody gets more than five e-mails an hour. */
const others = (agents: Readonly<Record<string, PasswordAgent>>): readonly [PasswordAgent, PasswordAgent] => {
  const { 'diego.martins': diego, 'elisa.ferreira': elisa } = agents;
  if (diego === undefined || elisa === undefined) throw new Error('The demo has no Diego or no Elisa');
  return [diego, elisa];
};

test('a link leads straight into a session, and waits beside one that there is without disturbing its agent', async ({
  launch,
  demo,
  ana,
  agents,
  profile,
  control,
}) => {
  const token = await requestToken(demo, ana.email);
  const first = await launch({ env, parameters: ['--', linkWith(token)] });
  await test.step('starts the app, sets the password and goes straight into a session, and leaves no trace of its token', async () => {
    await expectFormFor(first.page, ana.email);
    await setPassword(first.page, newPassword);
    await expect(first.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    await expect.poll(() => readLog(profile)).toContain('link to set a password state="none"');
    await expectNoTrace(first, profile, token);

    // The same link once more, as somebody clicks it who did not see what happened.
    expect((await startAgain({ platformUrl: demo.url, profile, parameters: [linkWith(token)] })).code).toBe(0);
    await expect(linkNotice(first.page)).toBeVisible();
    await first.page.getByRole('button', { name: 'Definir senha' }).click();
    await expect(first.page.getByText('Este link já foi usado')).toBeVisible();
    await expectNoTrace(first, profile, token);
  });
  await close(first);

  const session = await sessionId(control);
  const [diego, elisa] = others(agents);
  const app = await launch({ parameters: ['--', linkWith(await requestToken(demo, diego.email))] });
  const { page } = app;
  const open = async (link: string, ...before: string[]) =>
    startAgain({ platformUrl: demo.url, profile, parameters: [...before, link] });
  const goBack = async () => {
    await page.getByRole('button', { name: 'Voltar' }).click();
    await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    await expect(linkNotice(page)).toBeHidden();
  };
  await test.step('waits beside a stored login that the app starts with', async () => {
    await expect(linkNotice(page)).toBeVisible();
    await page.getByRole('button', { name: 'Definir senha' }).click();
    await expectFormFor(page, diego.email);
    await setPassword(page, newPassword);
    await expect(page.getByText('Senha salva.')).toBeVisible();
    // Another agent's password is another agent's matter.
    expect(await sessionId(control)).toBe(session);
    await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  });
  for (const place of places) {
    await test.step(`brings the window to the front wherever it is, with a notice where another agent is logged in: ${place}`, async () => {
      await putInto(place, app);
      await open(linkWith(await requestToken(demo, diego.email)), '--');
      await expect.poll(() => isInSight(app)).toBe(true);
      await expect(linkNotice(page)).toBeVisible();
      expect(await sessionId(control)).toBe(session);
      await page.getByRole('button', { name: 'Definir senha' }).click();
      await expectFormFor(page, diego.email);
      await goBack();
      expect(await sessionId(control)).toBe(session);
    });
  }
  await test.step('does not disturb an attendance: a notice, and the words being typed stay under the cursor', async () => {
    await logInToQueues(page, ['Suporte WhatsApp']);
    await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-001');
    const message = page.getByRole('textbox', { name: 'Mensagem' });
    await message.fill('Um momento, por');
    await open(linkWith(await requestToken(demo, elisa.email)));
    await expect(linkNotice(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Definir senha' })).toBeHidden();
    await page.keyboard.type(' favor');
    await expect(message).toHaveValue('Um momento, por favor');
    await finish(page, 'Resolvido no atendimento');
    await page.getByRole('button', { name: 'Definir senha' }).click();
    await expectFormFor(page, elisa.email);
    await goBack();
  });
  await test.step('leaves a dialog that is open as it is, with the cursor in it', async () => {
    await page.getByRole('button', { name: 'Menu do usuário' }).click();
    await page.getByRole('menuitem', { name: 'Meu Perfil' }).click();
    const name = page.getByRole('dialog', { name: 'Meu Perfil' }).getByRole('textbox', { name: 'Nome' });
    await name.fill('Ana S');
    await open(linkWith(await requestToken(demo, elisa.email)));
    await expect(linkNotice(page)).toBeVisible();
    await page.keyboard.type('ouza');
    await expect(name).toHaveValue('Ana Souza');
  });
});

let home: Awaited<ReturnType<typeof createHome>>;

test.beforeEach(async () => {
  home = await createHome();
});

test.afterEach(async () => {
  await home.remove();
});

test('where nobody is logged in a link shows its form or says what is wrong with it, whatever links there are', async ({
  launch,
  demo,
  ana,
  agents,
  profile,
  control,
}) => {
  const options: LaunchOptions = { platformUrl: demo.url, profile, env: { ...env, ...home.env } };
  const app = await launch(options);
  const { page } = app;
  const goBack = async () => {
    await page.getByRole('button', { name: 'Voltar' }).click();
    await expectLoginScreen(page);
  };
  await expectLoginScreen(page);
  await test.step('says in plain words what is wrong with a link', async () => {
    const open = async (...parameters: string[]) => {
      expect((await startAgain({ ...options, parameters })).code).toBe(0);
    };
    const expectText = async (text: string) => {
      await expect(page.getByRole('alert').getByText(text)).toBeVisible();
      await goBack();
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
    await expectFormFor(page, ana.email);
    await control.advance(hour);
    await setPassword(page, newPassword);
    await expectText('Este link expirou');
    await expectNoTrace(app, profile, good);
  });
  for (const place of places) {
    await test.step(`brings the window to the front wherever it is, with the form where nobody is logged in: ${place}`, async () => {
      await putInto(place, app);
      const token = await requestToken(demo, ana.email);
      const second = await startAgain({ ...options, parameters: ['--', linkWith(token)] });
      expect(second.code).toBe(0);
      expect(second.output).not.toContain(token);
      await expect.poll(() => isInSight(app)).toBe(true);
      await expectFormFor(page, ana.email);
      await expectNoTrace(app, profile, token);
      await goBack();
    });
  }
  const [diego, elisa] = others(agents);
  await test.step('keeps what is being typed when the link is opened again, and shows the newest of several', async () => {
    const link = linkWith(await requestToken(demo, diego.email));
    await startAgain({ ...options, parameters: [link] });
    await expectFormFor(page, diego.email);
    await typePassword(page, newPassword);
    await startAgain({ ...options, parameters: [link] });
    await expect(page.getByRole('textbox', { name: 'Confirmar senha' })).toHaveValue(newPassword);
    await expectFormFor(page, diego.email);
    await startAgain({ ...options, parameters: [linkWith(await requestToken(demo, elisa.email))] });
    await expectFormFor(page, elisa.email);
    await goBack();
  });
  await test.step('survives a page that opens a thousand links', async () => {
    const logged = await readLog(profile);
    await recordPlatformRequests(app);
    const newest = linkWith(await requestToken(demo, diego.email));
    await app.application.evaluate(({ app: electron }, last) => {
      for (let count = 0; count < 1000; count += 1) {
        const link = `smartspace://reset-password?token=made-up-${String(count).padStart(10, '0')}`;
        electron.emit('second-instance', {}, ['electron', link], '', undefined);
      }
      electron.emit('second-instance', {}, ['electron', last], '', undefined);
    }, newest);
    await expectFormFor(page, diego.email);
    expect(await countPlatformRequests(app, 'POST /v1/auth/reset/check')).toBeLessThanOrEqual(2);
    const since = (await readLog(profile)).slice(logged.length);
    expect(since.split('link to set a password').length).toBeLessThan(10);
    await goBack();
  });
  await test.step("is opened by the system's own handler, whether the app runs or not", async () => {
    test.skip(process.platform !== 'linux', 'Elsewhere only an installed app is registered');
    await expect.poll(() => readLog(profile)).toContain('links open this app from now on');
    const token = await requestToken(demo, ana.email);
    const opening = openBySystem(options, linkWith(token));
    await expectFormFor(page, ana.email);
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
    }
  });
});
