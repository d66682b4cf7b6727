import { expect } from 'playwright/test';
import type { RunningApp } from '../app';
import { microsoftAgent } from '../microsoft';
import { expectFormFor, linkNotice, linkWith, requestToken, startAgain } from '../passwordLinks';
import { startingAt } from './appState';
import type { AppState, Stage, Start } from './appState';
import { conversation } from './attendanceStates';
import { loginScreen } from './loginStates';
import { openShell, reload } from './shellStates';

const hour = 3_600_000;

/** The app, started by the link of an e-mail to this address. */
const openLinkOf = async ({ launch, demo }: Stage, email: string): Promise<RunningApp> =>
  launch({ parameters: ['--', linkWith(await requestToken(demo, email))] });

const openForm = async (stage: Stage): Promise<RunningApp> => {
  const app = await openLinkOf(stage, stage.ana.email);
  await expectFormFor(app.page, stage.ana.email);
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

/** A link that comes while an agent is at work. */
const receiveLink = async (app: RunningApp, { demo, profile, ana }: Stage): Promise<void> => {
  const token = await requestToken(demo, ana.email);
  await startAgain({ platformUrl: demo.url, profile, parameters: ['--', linkWith(token)] });
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
    await reload(app, stage);
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
  {
    name: 'password-checking',
    reach: async (stage) => {
      await stage.control.faults({ delay: { milliseconds: 600_000, pathPrefix: '/v1/auth/reset/check' } });
      const app = await openLinkOf(stage, stage.ana.email);
      await expect(app.page.getByText('Conferindo o link…')).toBeAttached();
      return app;
    },
  },
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
  {
    name: 'password-refused-expired',
    reach: async (stage) => {
      const token = await requestToken(stage.demo, stage.ana.email);
      await stage.control.advance(hour);
      const app = await stage.launch({ parameters: ['--', linkWith(token)] });
      await expectAlert(app, 'Este link expirou');
      return app;
    },
  },
  {
    name: 'password-refused-self-managed',
    reach: async (stage) => {
      const app = await openLinkOf(stage, microsoftAgent(stage.demo).email);
      await expectAlert(app, 'Este usuário pertence a um grupo autogerenciado.');
      return app;
    },
  },
  {
    name: 'password-unreachable',
    reach: async (stage) => {
      const token = await requestToken(stage.demo, stage.ana.email);
      await stage.control.faults({ awaySeconds: null });
      const app = await stage.launch({ parameters: ['--', linkWith(token)] });
      await expectAlert(app, 'Não foi possível conferir o link');
      return app;
    },
  },
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
