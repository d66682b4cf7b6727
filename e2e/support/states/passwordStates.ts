import { expect } from 'playwright/test';
import type { RunningApp } from '../app';
import { microsoftAgent } from '../microsoft';
import { expectFormFor, linkNotice, linkWith, requestToken, startAgain } from '../passwordLinks';
import { expectLoginScreen } from '../screens';
import { startingAt } from './appState';
import type { AppState, Stage, Start } from './appState';
import { conversation } from './attendanceStates';
import { loginScreen } from './loginStates';
import { openShell, putAside } from './shellStates';

const hour = 3_600_000;

/** The app, started by the link of an e-mail. */
const openForm = async ({ launch, demo, ana }: Stage): Promise<RunningApp> => {
  const app = await launch({ parameters: ['--', linkWith(await requestToken(demo, ana.email))] });
  await expectFormFor(app.page, ana.email);
  return app;
};

/** The form that the link of an e-mail leads to, where loading the page anew would not. */
const form: Start = {
  reach: openForm,
  comeBack: async (app, { control }) => {
    await control.faults({ clear: true });
    await type(app, '', '');
  },
};

const type = async ({ page }: RunningApp, password: string, confirmation: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Nova senha' }).fill(password);
  await page.getByRole('textbox', { name: 'Confirmar senha' }).fill(confirmation);
};

const openForgot = async ({ page }: RunningApp, { ana }: Stage): Promise<void> => {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
  await page.getByRole('link', { name: 'Esqueci minha senha' }).click();
  await expect(page.getByRole('heading', { name: 'Esqueci minha senha' })).toBeVisible();
};

/** The app is started a second time, by the link of an e-mail to this address. */
const receiveLinkOf = async ({ demo, profile }: Stage, email: string): Promise<void> => {
  const parameters = ['--', linkWith(await requestToken(demo, email))];
  await startAgain({ platformUrl: demo.url, profile, parameters });
};

/** The login screen, to which a link comes and from whose screen there is a way back. */
const linkAtLogin: Start = {
  reach: loginScreen.reach,
  comeBack: async ({ page }, { control }) => {
    await control.faults({ clear: true });
    await page.getByRole('button', { name: 'Voltar' }).click();
    await expectLoginScreen(page);
  },
};

/** A link that comes while an agent is at work. */
const receiveLink = async (app: RunningApp, stage: Stage): Promise<void> => {
  await receiveLinkOf(stage, stage.ana.email);
  await expect(linkNotice(app.page)).toBeVisible();
};

/** A link that waits for an agent who is in no queue; loading the page anew doesn't make main forget it. */
const linkAtRest: Start = {
  reach: async (stage) => {
    const app = await openShell(stage, stage.ana);
    await receiveLink(app, stage);
    return app;
  },
  comeBack: async (app, stage) => {
    await putAside(app, stage);
    await expect(linkNotice(app.page)).toBeVisible();
  },
};

const expectAlert = async ({ page }: RunningApp, text: string): Promise<void> => {
  await expect(page.getByRole('alert')).toContainText(text);
};

/** What setting a password looks like, from asking for the e-mail to the end of its link. */
export const passwordStates: readonly AppState[] = [
  startingAt(loginScreen, { name: 'forgot', goOn: openForgot }),
  startingAt(loginScreen, {
    name: 'forgot-sent',
    goOn: async (app, stage) => {
      await openForgot(app, stage);
      await app.page.getByRole('button', { name: 'Enviar link' }).click();
      await expect(app.page.getByText(/^Se houver uma conta com este e-mail/)).toBeVisible();
    },
  }),
  startingAt(linkAtLogin, {
    name: 'password-checking',
    // The next link would wait for this one.
    staysBehind: true,
    goOn: async ({ page }, stage) => {
      await stage.control.faults({ delay: { milliseconds: 600_000, pathPrefix: '/v1/auth/reset/check' } });
      await receiveLinkOf(stage, stage.ana.email);
      await expect(page.getByText('Conferindo o link…')).toBeAttached();
    },
  }),
  startingAt(form, { name: 'password-open', goOn: () => Promise.resolve() }),
  startingAt(form, { name: 'password-typing', goOn: (app) => type(app, 'Jabuti#2', 'Jabo') }),
  startingAt(form, {
    name: 'password-fields-wrong',
    goOn: async (app) => {
      await type(app, 'jabuticaba', 'jabuti');
      await app.page.getByRole('button', { name: 'Salvar' }).click();
      await expect(app.page.getByText('As duas senhas são diferentes')).toBeVisible();
    },
  }),
  startingAt(form, {
    name: 'password-not-saved',
    goOn: async (app, { control }) => {
      await control.faults({ status: { status: 503 } });
      await type(app, 'Jabuticaba@2026', 'Jabuticaba@2026');
      await app.page.getByRole('button', { name: 'Salvar' }).click();
      await expectAlert(app, 'A plataforma não está respondendo');
    },
  }),
  startingAt(linkAtLogin, {
    name: 'password-refused-expired',
    goOn: async (app, { demo, control, profile, ana }) => {
      const token = await requestToken(demo, ana.email);
      await control.advance(hour);
      await startAgain({ platformUrl: demo.url, profile, parameters: ['--', linkWith(token)] });
      await expectAlert(app, 'Este link expirou');
    },
  }),
  startingAt(linkAtLogin, {
    name: 'password-refused-self-managed',
    goOn: async (app, stage) => {
      await receiveLinkOf(stage, microsoftAgent(stage.demo).email);
      await expectAlert(app, 'Este usuário pertence a um grupo autogerenciado.');
    },
  }),
  startingAt(linkAtLogin, {
    name: 'password-unreachable',
    goOn: async (app, { demo, control, profile, ana }) => {
      const token = await requestToken(demo, ana.email);
      await control.faults({ awaySeconds: null });
      await startAgain({ platformUrl: demo.url, profile, parameters: ['--', linkWith(token)] });
      await expectAlert(app, 'Não foi possível conferir o link');
    },
  }),
  startingAt(linkAtRest, { name: 'password-notice', goOn: () => Promise.resolve() }),
  startingAt(conversation, {
    name: 'password-notice-later',
    staysBehind: true,
    goOn: (app, stage) => receiveLink(app, stage),
  }),
  startingAt(linkAtRest, {
    name: 'password-layer',
    goOn: async ({ page }, { ana }) => {
      await page.getByRole('button', { name: 'Definir senha' }).click();
      await expectFormFor(page, ana.email);
    },
  }),
];
