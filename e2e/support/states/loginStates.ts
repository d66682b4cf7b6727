import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import { closeWindow } from '../app';
import type { RunningApp } from '../app';
import { setNetwork } from '../platformRequests';
import { expectLoginScreen, logIn, logOut } from '../screens';
import { managedBy } from '../policies';
import type { PasswordAgent } from '../test';
import type { AppState, Stage } from './appState';
import { openShell } from './shellStates';

const submit = async (page: Page, { email, password }: PasswordAgent): Promise<void> => {
  const button = page.getByRole('button', { name: 'Entrar' });
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Senha' }).fill(password);
  await button.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-busy', 'true');
};

const reachRemembered = async ({ launch, ana }: Stage) => {
  const app = await launch();
  await logIn(app.page, ana);
  await logOut(app.page);
  await expectLoginScreen(app.page);
  await expect(app.page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(ana.email);
  return app;
};

/** The login screen, with its scripts at work. */
const openLogin = async ({ launch }: Stage): Promise<RunningApp> => {
  const app = await launch();
  await expect(app.page.getByText(/^v\d/)).toBeVisible();
  return app;
};

/** What the login screen can look like. */
export const loginStates: readonly AppState[] = [
  {
    name: 'login',
    picture: 'login',
    reach: openLogin,
  },
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
  { name: 'login-remembered', reach: reachRemembered },
  {
    name: 'login-fields-missing',
    reach: async (stage) => {
      const app = await openLogin(stage);
      await app.page.getByRole('button', { name: 'Entrar' }).click();
      await expect(app.page.getByText('Digite sua senha')).toBeVisible();
      return app;
    },
  },
  {
    name: 'login-wrong-password',
    reach: async (stage) => {
      const app = await openLogin(stage);
      await submit(app.page, { ...stage.ana, password: 'Errada@2026' });
      return app;
    },
  },
  {
    name: 'login-locked',
    reach: async (stage) => {
      const app = await openLogin(stage);
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await submit(app.page, { ...stage.ana, password: `Errada@202${String(attempt)}` });
      }
      await expect(app.page.getByRole('alert')).toContainText('Conta bloqueada até');
      return app;
    },
  },
  {
    name: 'login-no-network',
    reach: async (stage) => {
      const app = await openLogin(stage);
      await setNetwork(app, false);
      await submit(app.page, stage.ana);
      return app;
    },
  },
  {
    name: 'login-platform-down',
    reach: async (stage) => {
      const app = await openLogin(stage);
      await stage.control.faults({ status: { status: 503 } });
      await submit(app.page, stage.ana);
      return app;
    },
  },
  {
    name: 'login-answer-not-understood',
    reach: async (stage) => {
      const app = await openLogin(stage);
      await stage.control.faults({ malformed: { pathPrefix: '/v1/auth/login' } });
      await submit(app.page, stage.ana);
      return app;
    },
  },
  {
    name: 'login-session-ended',
    reach: async (stage) => {
      const { launch, control, ana } = stage;
      const first = await openShell(stage, ana);
      await closeWindow(first);
      await first.exited;
      for (const { id } of (await control.state()).sessions) await control.revoke(id);
      const app = await launch();
      await expect(app.page.getByText(/o administrador revogou o acesso/)).toBeVisible();
      return app;
    },
  },
];
