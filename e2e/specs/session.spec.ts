import { closeWindow } from '../support/app';
import type { RunningApp } from '../support/app';
import { shiftMainClock, shiftPageClock } from '../support/mainClock';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import {
  acceptOffer,
  block,
  blockText,
  expectLoginScreen,
  inProgressList,
  logIn,
  logInToQueues,
  send,
} from '../support/screens';
import { startServing } from '../support/serving';
import { readTimer } from '../support/timer';
import { expect, test } from '../support/test';
import type { Page } from 'playwright';
import type { Control } from '../support/control';

const hour = 3_600_000;
const day = 24 * hour;

/** Everything that would have to be reached within its time limit on a busy machine gets more of it. */
const patient = { timeout: 45_000 };

const shell = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' });
const offline = (page: Page) => page.getByText('Sem conexão com a plataforma.');
const loginAgain = (page: Page) => page.getByRole('dialog', { name: 'Entre de novo para continuar' });

const close = async (app: RunningApp) => {
  await closeWindow(app);
  expect(await app.exited).toBe(0);
};

/** The one live session's id. A login makes a new one; going on with a stored login keeps it. */
const sessionId = async (control: Control): Promise<string> => {
  const { sessions } = await control.state();
  expect(sessions).toHaveLength(1);
  return sessions[0]?.id ?? '';
};

/** Asks main for the same thing many times at once; answers with how many went well. */
const askManyAtOnce = (page: Page, count: number): Promise<number> =>
  page.evaluate(async (times) => {
    const asked = Array.from({ length: times }, () =>
      window.desktop.readCustomerHistory({ customerId: 'customer-001' }),
    );
    const answers = await Promise.all(asked);
    return answers.filter((answer) => Reflect.get(answer as object, 'ok') === true).length;
  }, count);

test.describe('a restart', () => {
  test('logs in by itself, in the same session', async ({ launch, control, ana }) => {
    const first = await launch();
    await logIn(first.page, ana);
    const before = await sessionId(control);
    await close(first);

    const { page } = await launch();
    await expect(shell(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Menu do usuário' })).toContainText(ana.name);
    await expect(page.getByRole('textbox', { name: 'Senha' })).toHaveCount(0);
    expect(await sessionId(control)).toBe(before);
  });

  test('keeps the password and the tokens out of it: another profile has to log in', async ({ launch, ana }) => {
    const first = await launch();
    await logIn(first.page, ana);
    await close(first);
    const { page } = await launch({ profile: `${test.info().outputDir}/another-profile` });
    await expectLoginScreen(page);
  });

  test.describe('after an hour in a queue', () => {
    test.use({ demoOptions: { seed: 1, accessTokenSeconds: 86_400 } });

    test("counts on from the platform's time", async ({ launch, control, ana }) => {
      const first = await launch();
      await logIn(first.page, ana);
      await logInToQueues(first.page, ['Suporte WhatsApp']);
      await control.advance(hour);
      const since = async () => Date.parse((await control.state()).queueLogins[0]?.since ?? '');
      const now = async () => Date.parse((await control.state()).time);
      const expectRightTime = async (page: Page) => {
        await expect
          .poll(async () => {
            const earliest = ((await now()) - (await since())) / 1000;
            const shown = await readTimer(page, 'Tempo on-line');
            const latest = ((await now()) - (await since())) / 1000;
            return shown >= earliest - 2 && shown <= latest + 2;
          }, patient)
          .toBe(true);
        expect(await readTimer(page, 'Tempo on-line')).toBeGreaterThanOrEqual(3600);
      };
      await expectRightTime(first.page);
      await close(first);
      const { page } = await launch();
      await expectRightTime(page);
    });
  });

  test('without the platform shows the shell, offline, and goes on by itself when it is back', async ({
    launch,
    control,
    ana,
  }) => {
    const first = await launch();
    await logIn(first.page, ana);
    const before = await sessionId(control);
    await close(first);

    await control.faults({ awaySeconds: null });
    const { page } = await launch();
    await expect(shell(page)).toBeVisible();
    await expect(offline(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Menu do usuário' })).toContainText(ana.email);
    await control.faults({ clear: true });
    await expect(page.getByRole('button', { name: 'Menu do usuário' })).toContainText(ana.name, patient);
    await expect(offline(page)).toHaveCount(0, patient);
    await logInToQueues(page, ['Suporte WhatsApp']);
    expect(await sessionId(control)).toBe(before);
  });
});

test.describe('renewing the access', () => {
  test('happens once, however many calls find it due at the same time', async ({ launch, control, ana }) => {
    const app = await launch();
    await logIn(app.page, ana);
    const before = await sessionId(control);
    await recordPlatformRequests(app);
    await control.faults({ delay: { milliseconds: 300, pathPrefix: '/v1/auth/refresh' } });
    // Five minutes is how long an access token lasts.
    await shiftMainClock(app, 280_000);
    expect(await askManyAtOnce(app.page, 40)).toBe(40);
    expect(await countPlatformRequests(app, 'POST /v1/auth/refresh')).toBe(1);
    expect(await sessionId(control)).toBe(before);
  });

  test('happens once, however many calls the platform refuses at the same time', async ({ launch, control, ana }) => {
    const app = await launch();
    await logIn(app.page, ana);
    const before = await sessionId(control);
    await recordPlatformRequests(app);
    await control.faults({
      status: { status: 401, next: 20, pathPrefix: '/v1/customers' },
      delay: { milliseconds: 300, pathPrefix: '/v1/auth/refresh' },
    });
    expect(await askManyAtOnce(app.page, 20)).toBe(20);
    expect(await countPlatformRequests(app, 'POST /v1/auth/refresh')).toBe(1);
    expect(await sessionId(control)).toBe(before);
  });

  test.describe('of a token that lasts three seconds', () => {
    test.use({ demoOptions: { seed: 1, accessTokenSeconds: 3 } });

    test('goes on and on without the agent noticing', async ({ launch, control, ana }) => {
      const app = await launch();
      const { attendanceId } = await startServing(app, control, ana);
      const before = await sessionId(control);
      await recordPlatformRequests(app);
      await expect.poll(() => countPlatformRequests(app, 'POST /v1/auth/refresh'), patient).toBeGreaterThanOrEqual(3);
      expect(await askManyAtOnce(app.page, 20)).toBe(20);
      await send(app.page, 'Ainda é a mesma sessão.');
      await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Ainda é a mesma sessão.']);
      expect(await sessionId(control)).toBe(before);
    });
  });
});

test.describe('a session that the platform ends', () => {
  test('asks for the password over what is on the screen, keeps what was typed, and goes on', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch();
    const { page } = app;
    const { attendanceId, customerName } = await startServing(app, control, ana);
    await page.getByRole('textbox', { name: 'Mensagem' }).fill('Já digitei isto tudo');
    await control.revoke(await sessionId(control));

    await expect(loginAgain(page)).toBeVisible();
    await expect(loginAgain(page)).toContainText('o administrador revogou o acesso');
    await page.keyboard.press('Escape');
    await expect(loginAgain(page)).toBeVisible();
    await expect(loginAgain(page).getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
    await expect(loginAgain(page).getByRole('textbox', { name: 'Senha' })).toBeFocused();

    // Held as before: the attendance is still the agent's.
    await closeWindow(app);
    await expect(block(page)).toContainText(blockText);
    await block(page).getByRole('button', { name: 'Entendi' }).click();

    await loginAgain(page).getByRole('textbox', { name: 'Senha' }).fill('Errada@2026');
    await loginAgain(page).getByRole('button', { name: 'Entrar' }).click();
    await expect(loginAgain(page)).toContainText('E-mail ou senha incorretos');
    await loginAgain(page).getByRole('textbox', { name: 'Senha' }).fill(ana.password);
    await loginAgain(page).getByRole('button', { name: 'Entrar' }).click();
    await expect(loginAgain(page)).toHaveCount(0);

    await expect(inProgressList(page).getByText(customerName)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Mensagem' })).toHaveValue('Já digitei isto tudo');
    await page.getByRole('button', { name: 'Enviar' }).click();
    await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Já digitei isto tudo']);
  });

  test('while the app was closed asks for the password on the login screen, and says why', async ({
    launch,
    control,
    ana,
  }) => {
    const first = await launch();
    await logIn(first.page, ana);
    const before = await sessionId(control);
    await close(first);
    await control.revoke(before);
    const { page } = await launch();
    await expectLoginScreen(page);
    await expect(page.getByText('o administrador revogou o acesso')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
  });
});

test('sleep over the expiry: on waking up the session goes on, and what came meanwhile is there', async ({
  launch,
  control,
  ana,
}) => {
  const app = await launch();
  const { page } = app;
  const { attendanceId } = await startServing(app, control, ana);
  const before = await sessionId(control);
  await recordPlatformRequests(app);
  // The computer sleeps: no event gets through, and both clocks move on past the end of the token's life.
  await control.faults({ holdEvents: true });
  await control.advance(10 * 60_000);
  await shiftMainClock(app, 10 * 60_000);
  await control.write(attendanceId, 'Alguém aí?');
  expect(await countPlatformRequests(app, 'GET /v1/events')).toBe(0);
  await app.application.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  // The line from before may be dead without looking so: another one is opened.
  await expect.poll(() => countPlatformRequests(app, 'GET /v1/events')).toBeGreaterThan(0);
  await control.faults({ holdEvents: false });
  await expect(page.getByText('Alguém aí?').first()).toBeVisible();
  await send(page, 'Estou de volta.');
  await expect.poll(() => control.agentsWords(attendanceId)).toEqual(['Estou de volta.']);
  await expect(loginAgain(page)).toHaveCount(0);
  expect(await sessionId(control)).toBe(before);
  expect(await countPlatformRequests(app, 'POST /v1/auth/login')).toBe(0);
});

test.describe("a computer's clock that is wrong by a day", () => {
  const expectRightCounters = async (app: RunningApp, control: Control) => {
    await logInToQueues(app.page, ['Suporte WhatsApp']);
    await expect.poll(() => readTimer(app.page, 'Tempo on-line')).toBeGreaterThan(0);
    expect(await readTimer(app.page, 'Tempo on-line')).toBeLessThan(600);
    await control.arrive('queue-support-whatsapp', 'customer-001');
    await acceptOffer(app.page);
    await expect(inProgressList(app.page).getByRole('listitem')).toHaveCount(1);
    await expect(inProgressList(app.page).getByTitle('Desde o início do atendimento')).toHaveText(/^0\d:\d\d$/);
    expect(await askManyAtOnce(app.page, 5)).toBe(5);
  };

  test('does no harm when it is slow', async ({ launch, control, ana }) => {
    await control.advance(day);
    const app = await launch();
    await logIn(app.page, ana);
    await expectRightCounters(app, control);
  });

  test('does no harm when it is fast', async ({ launch, control, ana }) => {
    const app = await launch();
    await shiftMainClock(app, day);
    await shiftPageClock(app, day);
    await logIn(app.page, ana);
    await expectRightCounters(app, control);
  });
});
