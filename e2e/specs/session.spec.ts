import type { Page } from 'playwright';
import { shiftMainClock } from '../support/mainClock';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { expectLoginScreen, logIn, logInToQueues, send } from '../support/screens';
import { startServing } from '../support/serving';
import { askManyAtOnce, close, sessionId } from '../support/session';
import { expect, test } from '../support/test';
import { readTimer } from '../support/timer';

const hour = 3_600_000;

/** For what the app does by itself, in its own time. */
const patient = { timeout: 45_000 };

const shell = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' });
const offline = (page: Page) => page.getByText('Sem conexão com a plataforma.');

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
