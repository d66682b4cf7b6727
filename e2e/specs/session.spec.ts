import type { Page } from 'playwright';
import { shiftMainClock } from '../support/mainClock';
import { countPlatformRequests, recordPlatformRequests } from '../support/platformRequests';
import { expectLoginScreen, logIn, logInToQueues, send } from '../support/screens';
import { startServing } from '../support/serving';
import { askManyAtOnce, close, sessionId } from '../support/session';
import { expect, test } from '../support/test';

/** For what the app does by itself, in its own time. */
const patient = { timeout: 45_000 };

const shell = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' });
const offline = (page: Page) => page.getByText('Sem conexão com a plataforma.');

test.describe('a restart', () => {
  test('logs in by itself, in the same session and in no other profile, also once the platform is back', async ({
    launch,
    control,
    ana,
  }) => {
    const first = await launch();
    await logIn(first.page, ana);
    const before = await sessionId(control);
    await close(first);

    await test.step('keeps the password and the tokens out of the profile: another one has to log in', async () => {
      const other = await launch({ profile: `${test.info().outputDir}/another-profile` });
      await expectLoginScreen(other.page);
      await close(other);
    });

    await test.step('logs in by itself, in the same session', async () => {
      const second = await launch();
      await expect(shell(second.page)).toBeVisible();
      await expect(second.page.getByRole('button', { name: 'Menu do usuário' })).toContainText(ana.name);
      await expect(second.page.getByRole('textbox', { name: 'Senha' })).toHaveCount(0);
      expect(await sessionId(control)).toBe(before);
      await close(second);
    });

    await test.step('without the platform shows the shell, offline, and goes on by itself when it is back', async () => {
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
});

test.describe('renewing the access', () => {
  test('happens once, however many calls find it due, or are refused, at the same time', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch();
    await logIn(app.page, ana);
    const before = await sessionId(control);

    await test.step('many calls find it due', async () => {
      await recordPlatformRequests(app);
      await control.faults({ delay: { milliseconds: 300, pathPrefix: '/v1/auth/refresh' } });
      // Five minutes is how long an access token lasts.
      await shiftMainClock(app, 280_000);
      expect(await askManyAtOnce(app.page, 40)).toBe(40);
      expect(await countPlatformRequests(app, 'POST /v1/auth/refresh')).toBe(1);
      expect(await sessionId(control)).toBe(before);
    });

    await test.step('the platform refuses many calls', async () => {
      await recordPlatformRequests(app);
      await control.faults({
        status: { status: 401, next: 20, pathPrefix: '/v1/customers' },
        delay: { milliseconds: 300, pathPrefix: '/v1/auth/refresh' },
      });
      expect(await askManyAtOnce(app.page, 20)).toBe(20);
      expect(await countPlatformRequests(app, 'POST /v1/auth/refresh')).toBe(1);
      expect(await sessionId(control)).toBe(before);
    });

    await test.step('an app that is closed meanwhile exits whole, and the next start has the new token', async () => {
      await recordPlatformRequests(app);
      await control.faults({
        clear: true,
        delay: { milliseconds: 1_000, when: 'after', pathPrefix: '/v1/auth/refresh' },
      });
      await shiftMainClock(app, 280_000);
      const asked = askManyAtOnce(app.page, 1).catch(() => 0);
      await expect.poll(() => countPlatformRequests(app, 'POST /v1/auth/refresh')).toBe(1);
      await close(app);
      await asked;
      await control.faults({ clear: true });
      const next = await launch();
      await expect(next.page.getByRole('button', { name: 'Menu do usuário' })).toContainText(ana.name);
      expect(await sessionId(control)).toBe(before);
    });
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
