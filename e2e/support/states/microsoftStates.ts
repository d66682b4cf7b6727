import { expect } from 'playwright/test';
import type { RunningApp } from '../app';
import { logInWithMicrosoft, microsoftAgent, openMicrosoft, signInAtMicrosoft, trustingIdentity } from '../microsoft';
import { waitForUsableLogin } from '../screens';
import { loginAgain } from '../session';
import { startingAt } from './appState';
import type { AppState, Stage, Start } from './appState';
import { loginScreen } from './loginStates';

/** No customer of the demo has both ways in, so main is made to answer that its domain has. */
const offerBoth = async ({ application, page }: RunningApp): Promise<void> => {
  // Main has its own handler by then.
  await waitForUsableLogin(page);
  await application.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('session:read-login-options');
    ipcMain.handle('session:read-login-options', () => ({
      ok: true,
      value: { password: true, microsoft: true, selfManaged: false },
    }));
  });
};

/** The login screen of somebody who has both ways in. */
const bothWaysIn: Start = {
  reach: async ({ launch }) => {
    const app = await launch();
    await offerBoth(app);
    return app;
  },
  comeBack: loginScreen.comeBack,
};

const giveEmail = async ({ page }: RunningApp, email: string): Promise<void> => {
  await waitForUsableLogin(page);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'E-mail' }).press('Tab');
  await expect(page.getByRole('button', { name: 'Microsoft' })).toBeVisible();
};

const launchTrusting = async ({ launch, demo, profile }: Stage): Promise<RunningApp> =>
  launch(await trustingIdentity(demo, profile));

/** The login screen of an app that trusts the provider. */
const trustingLogin: Start = { reach: launchTrusting, comeBack: loginScreen.comeBack };

/** Comes back from Microsoft without being in. */
const beRefused = async (app: RunningApp, stage: Stage, identity: string): Promise<void> => {
  const agent = microsoftAgent(stage.demo);
  await stage.control.faults({ identity });
  const popup = await openMicrosoft(app, agent.email);
  await signInAtMicrosoft(popup, agent);
  if (identity === 'device-refused') await popup.getByRole('button', { name: 'Voltar ao aplicativo' }).click();
  await expect(app.page.getByRole('alert')).toBeVisible();
};

/** What the login screen looks like where Microsoft is offered. */
export const microsoftStates: readonly AppState[] = [
  startingAt(bothWaysIn, { name: 'login-microsoft', goOn: (app, { ana }) => giveEmail(app, ana.email) }),
  startingAt(loginScreen, {
    name: 'login-self-managed',
    goOn: async (app, { demo }) => {
      await giveEmail(app, microsoftAgent(demo).email);
      await expect(app.page.getByText(/grupo autogerenciado/)).toBeVisible();
    },
  }),
  {
    name: 'login-microsoft-waiting',
    reach: async (stage) => {
      const app = await launchTrusting(stage);
      await openMicrosoft(app, microsoftAgent(stage.demo).email);
      await expect(app.page.getByRole('heading', { name: 'Continue na janela da Microsoft' })).toBeVisible();
      return app;
    },
  },
  startingAt(trustingLogin, {
    name: 'login-microsoft-refused',
    goOn: (app, stage) => beRefused(app, stage, 'approval-needed'),
  }),
  // The app remembers it.
  startingAt(trustingLogin, {
    name: 'login-microsoft-browser-needed',
    staysBehind: true,
    goOn: (app, stage) => beRefused(app, stage, 'device-refused'),
  }),
  {
    name: 'session-expired-microsoft',
    reach: async (stage) => {
      const app = await launchTrusting(stage);
      await logInWithMicrosoft(app, microsoftAgent(stage.demo));
      for (const { id } of (await stage.control.state()).sessions) await stage.control.revoke(id);
      await expect(loginAgain(app.page).getByRole('button', { name: 'Microsoft' })).toBeVisible();
      return app;
    },
  },
  startingAt(bothWaysIn, {
    name: 'login-microsoft-unreachable',
    goOn: async (app, { ana }) => {
      await giveEmail(app, ana.email);
      await app.page.getByRole('button', { name: 'Microsoft' }).click();
      await expect(app.page.getByRole('alert')).toBeVisible();
    },
  }),
];
