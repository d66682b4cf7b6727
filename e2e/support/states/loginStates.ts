import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { RunningApp } from '../app';
import { setNetwork } from '../platformRequests';
import { expectLoginScreen, logIn, logOut } from '../screens';
import { managedBy } from '../policies';
import type { PasswordAgent } from '../test';
import { startingAnewAt, startingAt } from './appState';
import type { AppState, Stage, Start } from './appState';
import { storedLogin } from './shellStates';

const submit = async (page: Page, { email, password }: PasswordAgent): Promise<void> => {
  const button = page.getByRole('button', { name: 'Entrar' });
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Senha' }).fill(password);
  await button.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-busy', 'true');
};

const expectLogin = async (page: Page): Promise<void> => {
  await expect(page.getByText(/^v\d/)).toBeVisible();
};

/** The login screen, with its scripts at work. */
const openLogin = async ({ launch }: Stage): Promise<RunningApp> => {
  const app = await launch();
  await expectLogin(app.page);
  return app;
};

export const loginScreen: Start = {
  reach: openLogin,
  comeBack: async (app, { control }) => {
    await control.faults({ clear: true });
    await app.page.reload();
    await expectLogin(app.page);
  },
};

/** What the login screen can look like. */
export const loginStates: readonly AppState[] = [
  startingAt(loginScreen, { name: 'login', picture: 'login', goOn: () => Promise.resolve() }),
  {
    name: 'login-microsoft-only',
    reach: async (stage) => {
      const managed = await managedBy(stage.profile, { LoginMethods: ['microsoft'] });
      const app = await stage.launch(managed);
      await expect(app.page.getByRole('button', { name: 'Microsoft' })).toBeVisible();
      await app.page.getByRole('textbox', { name: 'E-mail' }).fill(stage.ana.email);
      await expect(app.page.getByText(/Sua empresa não permite, neste computador/)).toBeVisible();
      return app;
    },
  },
  startingAt(loginScreen, {
    name: 'login-remembered',
    staysBehind: true,
    goOn: async ({ page }, { ana }) => {
      await logIn(page, ana);
      await logOut(page);
      await expectLoginScreen(page);
      await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
    },
  }),
  startingAt(loginScreen, {
    name: 'login-fields-missing',
    goOn: async ({ page }) => {
      await page.getByRole('button', { name: 'Entrar' }).click();
      await expect(page.getByText('Digite sua senha')).toBeVisible();
    },
  }),
  startingAt(loginScreen, {
    name: 'login-wrong-password',
    goOn: ({ page }, { ana }) => submit(page, { ...ana, password: 'Errada@2026' }),
  }),
  startingAt(loginScreen, {
    name: 'login-locked',
    staysBehind: true,
    goOn: async ({ page }, { ana }) => {
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await submit(page, { ...ana, password: `Errada@202${String(attempt)}` });
      }
      await expect(page.getByRole('alert')).toContainText('Conta bloqueada até');
    },
  }),
  startingAt(loginScreen, {
    name: 'login-no-network',
    staysBehind: true,
    goOn: async (app, { ana }) => {
      await setNetwork(app, false);
      await submit(app.page, ana);
    },
  }),
  startingAt(loginScreen, {
    name: 'login-platform-down',
    goOn: async ({ page }, { control, ana }) => {
      await control.faults({ status: { status: 503 } });
      await submit(page, ana);
    },
  }),
  startingAt(loginScreen, {
    name: 'login-answer-not-understood',
    goOn: async ({ page }, { control, ana }) => {
      await control.faults({ malformed: { pathPrefix: '/v1/auth/login' } });
      await submit(page, ana);
    },
  }),
  startingAnewAt(storedLogin, {
    name: 'login-session-ended',
    staysBehind: true,
    goOn: async (_closed, { launch, control }) => {
      for (const { id } of (await control.state()).sessions) await control.revoke(id);
      const app = await launch();
      await expect(app.page.getByText(/o administrador revogou o acesso/)).toBeVisible();
      return app;
    },
  }),
];
