import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { UpdateState } from '../../../shared/state/update';
import { managedBy } from '../policies';
import type { RunningApp } from '../app';
import type { Control } from '../control';
import { crash } from '../breaking';
import { reconnectAfter } from '../reconnect';
import { expectLoginScreen, logIn, logInToQueues, logOut, waitingList } from '../screens';
import { close } from '../session';
import type { PasswordAgent } from '../test';
import { startingAnewAt, startingAt } from './appState';
import type { AppState, Stage, Start } from './appState';

const minute = 60_000;

/** Lets time pass on the platform; the app, which reads anew where the line broke, hears of it. */
export const passTime = async (control: Control, milliseconds: number): Promise<void> => {
  await control.advance(milliseconds);
  await control.faults({ cutEventStreams: true });
};

const expectShell = async (page: Page): Promise<void> => {
  await expect(page.getByRole('timer', { name: 'Fora das filas' })).toBeVisible();
};

const expectIdleShell = async (page: Page): Promise<void> => {
  await expectShell(page);
  await expect(waitingList(page).getByText('Você não está em nenhuma fila.')).toBeVisible();
};

/** The shell, with everything it shows at once. */
export const openShell = async ({ launch }: Stage, agent: PasswordAgent): Promise<RunningApp> => {
  const app = await launch();
  await logIn(app.page, agent);
  await expectShell(app.page);
  return app;
};

const openIdleShell = async (stage: Stage): Promise<RunningApp> => {
  const app = await openShell(stage, stage.ana);
  await expectIdleShell(app.page);
  return app;
};

/** Ends what the platform was made to do, and closes what lies over the page: loading it anew would take far longer. */
export const putAside = async ({ page }: RunningApp, { control }: Stage): Promise<void> => {
  await control.faults({ clear: true });
  const layers = page.locator('[role=menu], [role=dialog], [role=alertdialog]');
  await expect
    .poll(async () => {
      if ((await layers.count()) > 0) await page.keyboard.press('Escape');
      return layers.count();
    })
    .toBe(0);
};

/** Says to the page what main would: which update there is depends on a feed that stands behind none of these states. */
export const tellUpdate = ({ application }: RunningApp, state: UpdateState): Promise<void> =>
  application.evaluate(({ BrowserWindow }, told) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('updates:changed', told);
  }, state);

/** The shell of an agent who is in no queue. */
export const idleShell: Start = {
  reach: openIdleShell,
  comeBack: async (app, stage) => {
    const { page } = app;
    await putAside(app, stage);
    await tellUpdate(app, { kind: 'disabled', reason: 'development' });
    await page.unrouteAll();
    // What is only painted can't become anything else.
    if ((await page.getByText('Carregando…').count()) > 0) await page.reload();
    await expectIdleShell(page);
  },
};

/** The shell, where an agent is in queues and then in none. */
const changeOfQueues: Start = {
  reach: openIdleShell,
  comeBack: async (app, stage) => {
    await putAside(app, stage);
    await openQueuePanel(app.page);
    await app.page.getByRole('button', { name: 'Sair de todas' }).click();
    await expectShell(app.page);
    await app.page.keyboard.press('Escape');
    await expectIdleShell(app.page);
  },
};

/** No app runs, and the keychain has the login of the one who was last in. */
export const storedLogin: Start = {
  reach: async (stage) => {
    const app = await openIdleShell(stage);
    await close(app);
    return app;
  },
  comeBack: async (app, { control }) => {
    await control.faults({ clear: true });
    await close(app);
  },
};

/** The login screen, where one agent after the other logs in. */
const changeOfAgents: Start = {
  reach: ({ launch }) => launch(),
  comeBack: async ({ page }) => {
    await logOut(page);
    await expectLoginScreen(page);
  },
};

const chooseFromUserMenu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'Menu do usuário' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const pause = async (page: Page, queue: string, reason: string): Promise<void> => {
  const row = page.getByRole('group', { name: queue });
  await row.getByRole('button', { name: 'Pausar' }).click();
  await page.getByRole('menuitem', { name: reason }).click();
  await expect(row.getByRole('button', { name: 'Retomar' })).toBeVisible();
};

const openQueuePanel = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Canais de atendimento' }).click();
  await expect(page.getByRole('dialog', { name: 'Canais de atendimento' })).toBeVisible();
};

const agentNamed = ({ agents }: Stage, name: string): PasswordAgent => {
  const agent = agents[name];
  if (agent === undefined) throw new Error(`The demo has no ${name}`);
  return agent;
};

const collapseMenu = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Recolher menu' }).click();
  await expect(page.getByRole('button', { name: 'Expandir menu' })).toBeVisible();
};

/** The markup alone of one of the shell's pages. It can't change its language, but there is such a page in each. */
const firstPaint = (name: string, htmlPage: 'shell' | 'shell-collapsed'): AppState =>
  startingAt(idleShell, {
    name,
    goOn: async ({ page }) => {
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(page.url().replace(/[a-z-]+(?=\.(pt-BR|en)\.html$)/, htmlPage));
      await expect(page.getByText('Carregando…')).toBeAttached();
    },
    setLanguage: async ({ page }, language) => {
      await page.goto(page.url().replace(/(pt-BR|en)(?=\.html$)/, language));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    },
  });

/** What the shell can look like besides the attendances in it. */
export const shellStates: readonly AppState[] = [
  startingAt(idleShell, { name: 'shell-no-queues', goOn: () => Promise.resolve() }),
  startingAt(changeOfQueues, {
    name: 'queue-panel',
    goOn: async ({ page }, stage) => {
      await logInToQueues(page, ['Vendas WhatsApp', 'Suporte WhatsApp', 'Chat da loja virtual', 'Receptivo Voz']);
      await openQueuePanel(page);
      await pause(page, 'Receptivo Voz', 'Pausa de descanso');
      await passTime(stage.control, 11 * minute);
      await expect(page.getByText(/acima de 10 min/)).toBeVisible();
      await pause(page, 'Vendas WhatsApp', 'Almoço');
    },
  }),
  startingAt(changeOfQueues, {
    name: 'queue-panel-automatic-pause',
    staysBehind: true,
    goOn: async ({ page }, stage) => {
      await logInToQueues(page, ['Vendas WhatsApp', 'Suporte WhatsApp']);
      for (const customer of ['customer-009', 'customer-010', 'customer-012']) {
        await stage.control.arrive('queue-support-whatsapp', customer);
      }
      await expect(waitingList(page).getByRole('button', { name: 'Atender' })).toHaveCount(3);
      await stage.control.advance(3 * minute);
      await expect(page.getByText(/pausa automaticamente: 3 ofertas/)).toBeVisible();
      await openQueuePanel(page);
    },
  }),
  startingAt(idleShell, {
    name: 'user-menu',
    goOn: async ({ page }) => {
      await page.getByRole('button', { name: 'Menu do usuário' }).click();
      await page.getByRole('menuitem', { name: 'Aparência' }).press('ArrowRight');
      await expect(page.getByRole('menuitemradio', { name: 'Escuro' })).toBeVisible();
    },
  }),
  startingAt(idleShell, { name: 'preferences', goOn: ({ page }) => chooseFromUserMenu(page, 'Preferências') }),
  startingAt(idleShell, { name: 'profile', goOn: ({ page }) => chooseFromUserMenu(page, 'Meu Perfil') }),
  startingAt(idleShell, {
    name: 'about',
    goOn: async ({ page }) => {
      await chooseFromUserMenu(page, 'Sobre o Smartspace Desktop');
      await expect(page.getByText('Nenhuma política foi definida')).toBeVisible();
    },
  }),
  {
    name: 'about-managed',
    reach: async (stage) => {
      const managed = await managedBy(stage.profile, {
        PlatformUrl: stage.demo.url,
        LoginMethods: ['password'],
        MicrosoftFlow: 'pigeon',
        MayLeaveAnyway: false,
        CloseToTray: true,
        Recommended: { StartAtLogin: false, LogLevel: 'warn', Colour: 'red' },
      });
      const app = await openIdleShell({ ...stage, launch: (options) => stage.launch({ ...options, ...managed }) });
      await chooseFromUserMenu(app.page, 'Sobre o Smartspace Desktop');
      await expect(app.page.getByText('Políticas que não puderam ser obedecidas')).toBeVisible();
      return app;
    },
  },
  startingAt(idleShell, { name: 'log-out-question', goOn: ({ page }) => chooseFromUserMenu(page, 'Log out') }),
  startingAt(changeOfAgents, {
    name: 'not-enabled',
    goOn: async ({ page }, stage) => {
      await logIn(page, agentNamed(stage, 'bruno.carvalho'));
      await expect(page.getByRole('heading', { name: 'O atendimento ainda não está habilitado' })).toBeVisible();
    },
  }),
  startingAt(changeOfAgents, {
    name: 'no-permission',
    goOn: async ({ page }, stage) => {
      await logIn(page, agentNamed(stage, 'carla.nogueira'));
      await expect(page.getByText('Nenhum módulo liberado para você')).toBeVisible();
    },
  }),
  firstPaint('first-paint', 'shell'),
  firstPaint('first-paint-menu-collapsed', 'shell-collapsed'),
  startingAt(idleShell, { name: 'shell-menu-collapsed', staysBehind: true, goOn: ({ page }) => collapseMenu(page) }),
  startingAnewAt(idleShell, {
    name: 'page-reloaded',
    staysBehind: true,
    goOn: async (app, { profile }) => {
      const page = await reconnectAfter(() => crash(app), app, profile);
      await expect(page.getByText('A tela parou de funcionar e foi recarregada.')).toBeVisible();
      return { ...app, page };
    },
  }),
  startingAnewAt(storedLogin, {
    name: 'resuming',
    goOn: async (_closed, { launch, control }) => {
      await control.faults({ awaySeconds: null });
      const app = await launch();
      await expect(app.page.getByText('Sem conexão com a plataforma.')).toBeVisible();
      return app;
    },
  }),
  startingAt(changeOfAgents, {
    name: 'defect',
    staysBehind: true,
    goOn: async ({ page }, { ana }) => {
      // A screen whose code does not arrive breaks down like one whose code is wrong.
      await page.route('**/ShellArea*.js', (route) => route.abort());
      await page.reload();
      await expect(page.getByText(/^v\d/)).toBeVisible();
      await page.getByRole('textbox', { name: 'E-mail' }).fill(ana.email);
      await page.getByRole('textbox', { name: 'Senha' }).fill(ana.password);
      await page.getByRole('button', { name: 'Entrar' }).click();
      await expect(page.getByRole('heading', { name: 'Algo deu errado nesta tela' })).toBeVisible();
    },
  }),
];
