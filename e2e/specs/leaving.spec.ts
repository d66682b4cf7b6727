import { closeWindow } from '../support/app';
import type { RunningApp } from '../support/app';
import { chooseFromMenu, pressShortcut } from '../support/menu';
import {
  block,
  blockText,
  expectLoginScreen,
  finish,
  inProgressList,
  logIn,
  logInToQueues,
  logOut,
  send,
} from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { expect, test } from '../support/test';

type WayOut = (app: RunningApp) => Promise<void>;

/** The shell is there, in a queue, and hears the platform. */
const expectOnline = async ({ page }: RunningApp): Promise<void> => {
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  await expect(page.getByRole('timer', { name: 'Tempo on-line' })).toBeVisible();
};

const sendSignal =
  (signal: NodeJS.Signals): WayOut =>
  async ({ application }) => {
    application.process().kill(signal);
    return Promise.resolve();
  };

/** Every way out that an agent or the system has, and what the alert says has become of it. */
const waysOut: readonly (readonly [name: string, leave: WayOut, outcome: string | null])[] = [
  ['logging out', ({ page }) => logOut(page), null],
  ['closing the window', closeWindow, 'A janela continua aberta.'],
  ['quitting from the menu', (app) => chooseFromMenu(app, 'Sair'), 'O aplicativo continua aberto.'],
  ['quitting by Ctrl+Q', (app) => pressShortcut(app, 'Q'), 'O aplicativo continua aberto.'],
  ['SIGTERM', sendSignal('SIGTERM'), 'O aplicativo continua aberto.'],
  ['SIGINT', sendSignal('SIGINT'), 'O aplicativo continua aberto.'],
  ['SIGHUP', sendSignal('SIGHUP'), 'O aplicativo continua aberto.'],
  ['reloading from the menu', (app) => chooseFromMenu(app, 'Recarregar'), 'A janela não foi recarregada.'],
  ['reloading by Ctrl+R', (app) => pressShortcut(app, 'R'), 'A janela não foi recarregada.'],
];

test.describe('with attendances in progress', () => {
  test('every way out is refused with the alert, whose lines lead to the attendances, and nothing is lost', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch();
    const { page } = app;
    const first = await startServing(app, control, ana);
    const second = await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-002');
    await page.getByRole('textbox', { name: 'Mensagem' }).fill('ainda não enviada');
    const alert = page.getByRole('alertdialog', { name: blockText });
    const sent: string[] = [];

    for (const [name, leave, outcome] of waysOut) {
      await test.step(name, async () => {
        await leave(app);
        await expect(alert).toBeVisible();
        if (outcome !== null) await expect(alert).toContainText(outcome);
        await expect(alert.getByRole('listitem')).toHaveText([first.line, second.line]);
        await expect(alert.getByRole('button', { name: 'Sair mesmo assim' })).toHaveCount(0);

        await alert.getByRole('button', { name: first.line }).click();
        await expect(alert).toBeHidden();
        await expect(page.getByRole('heading', { name: first.customerName })).toBeVisible();
        sent.push(`Continuo aqui, apesar de: ${name}.`);
        await send(page, sent.at(-1) ?? '');
        await expect.poll(() => control.agentsWords(first.attendanceId)).toEqual(sent);

        // A second time is refused like the first.
        await leave(app);
        await expect(alert.getByRole('listitem')).toHaveText([first.line, second.line]);
        await alert.getByRole('button', { name: second.line }).click();
        await expect(alert).toBeHidden();
        await expect(page.getByRole('textbox', { name: 'Mensagem' })).toHaveValue('ainda não enviada');

        const state = await control.state();
        expect(state.sessions).toHaveLength(1);
        expect(state.queueLogins).toHaveLength(1);
      });
    }

    await test.step('two fast clicks on Log out show one alert', async () => {
      await page.getByRole('button', { name: 'Menu do usuário' }).click();
      await page.getByRole('menuitem', { name: 'Log out' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Log out' }).dblclick();
      await expect(block(page)).toHaveCount(1);
      await block(page).getByRole('button', { name: 'Entendi' }).click();
      await expect(block(page)).toHaveCount(0);
      // Had a second refusal been on its way, it would have come before the answer to this.
      await send(page, 'Sigo com você.');
      await expect(page.getByText('Sigo com você.').first()).toBeVisible();
      await expect(block(page)).toHaveCount(0);
    });
  });
});

test.describe('without attendances in progress', () => {
  const exits = waysOut.filter(([name]) => !name.startsWith('logging') && !name.startsWith('reloading'));

  test('reloading comes back to the shell, and every other way out ends the app and keeps the session', async ({
    launch,
    control,
    ana,
  }) => {
    let app = await launch();
    await logIn(app.page, ana);
    await logInToQueues(app.page, ['Suporte WhatsApp']);

    await test.step('reloading comes back to the shell with everything on it', async () => {
      const { page } = app;
      const loadedAnew = page.waitForEvent('domcontentloaded');
      await chooseFromMenu(app, 'Recarregar');
      await loadedAnew;
      await expectOnline(app);
    });

    for (const [index, [name, leave]] of exits.entries()) {
      await test.step(`${name} ends the app with exit code 0 and keeps the session`, async () => {
        if (index > 0) app = await launch();
        await expectOnline(app);
        await leave(app);
        expect(await app.exited).toBe(0);
        const state = await control.state();
        expect(state.sessions).toHaveLength(1);
        expect(state.queueLogins).toHaveLength(1);
      });
    }
  });

  test('logging out shows the login screen and leaves no queue login, no session and no trace in the window', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch();
    const { page } = app;
    const { attendanceId, customerName } = await startServing(app, control, ana);
    await finish(page, 'Resolvido no atendimento');
    await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('finished');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);

    await logOut(page);
    await expectLoginScreen(page);
    const state = await control.state();
    expect(state.queueLogins).toEqual([]);
    expect(state.sessions).toEqual([]);
    await expect(page.getByText(customerName)).toHaveCount(0);
    const held = await page.evaluate(() => window.desktop.tellShellReady());
    expect(held).toEqual({
      presence: { presence: null, heardAt: null },
      attendances: { isLoaded: false, attendances: [] },
      conversation: null,
      drafts: [],
      wasReloaded: false,
      update: { kind: 'disabled', reason: 'development' },
    });
  });
});
