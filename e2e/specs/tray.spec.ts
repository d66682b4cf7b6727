import { access } from 'node:fs/promises';
import path from 'node:path';
import { closeWindow } from '../support/app';
import { openAttendance } from '../support/conversation';
import { answerMessageBoxes, shownMessageBoxes } from '../support/messageBox';
import { changePreference, closesToTray, startsAtLogin } from '../support/preferences';
import { block, blockText, finish, inProgressList, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { close } from '../support/session';
import { expect, test } from '../support/test';
import { chooseFromTray, createFakeDesktop, isWindowVisible, showWindowAgain, watchTrayMenu } from '../support/tray';
import type { RunningApp } from '../support/app';
import type { FakeDesktop } from '../support/tray';

let desktop: FakeDesktop;

test.beforeEach(async () => {
  desktop = await createFakeDesktop(true);
});

test.afterEach(async () => {
  await desktop.remove();
});

const closeToTray = async (app: RunningApp): Promise<void> => {
  await closeWindow(app);
  await expect.poll(() => isWindowVisible(app)).toBe(false);
};

test('closing hides the window to the tray as long as that is wanted and there is one, and quitting is left to its menu', async ({
  launch,
  control,
  ana,
  profile,
}) => {
  const first = await launch({ env: desktop.env });
  const { page } = first;
  const { customerName } = await startServing(first, control, ana);
  await watchTrayMenu(first);
  await changePreference(first, closesToTray);
  await answerMessageBoxes(first, 'Entendi');
  await test.step('hides the window, says so the first time only, and lets attendances go on', async () => {
    await closeToTray(first);
    const [said, ...more] = await shownMessageBoxes(first);
    expect(said?.message).toBe('O Smartspace continua aberto');
    expect(more).toEqual([]);
    await expect(block(page)).toHaveCount(0);

    // Hidden, the app goes on working.
    await serveCustomer(first, control, 'queue-support-whatsapp', 'customer-002');
    await chooseFromTray(first, 'Abrir o Smartspace');
    await expect.poll(() => isWindowVisible(first)).toBe(true);
    await send(page, 'Ainda estou com você.');
    await expect(page.getByText('Ainda estou com você.').first()).toBeVisible();
    await expect(inProgressList(page).getByText(customerName)).toBeVisible();

    await closeToTray(first);
    expect(await shownMessageBoxes(first)).toHaveLength(1);
  });
  await test.step('leaves quitting to the menu of the icon, which is refused like every way out', async () => {
    await chooseFromTray(first, 'Sair');
    await expect(page.getByRole('alertdialog', { name: blockText })).toBeVisible();
    await expect.poll(() => isWindowVisible(first)).toBe(true);
    await block(page).getByRole('button', { name: 'Entendi' }).click();
    await finish(page, 'Resolvido no atendimento');
    await openAttendance(page, customerName);
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    await chooseFromTray(first, 'Sair');
    expect(await first.exited).toBe(0);
  });
  /** The choice is remembered: the window of the next start hides as well, and says nothing of it. */
  const startHidden = async () => {
    const app = await launch({ env: { ...desktop.env, XDG_CONFIG_HOME: path.join(profile, 'config') } });
    await expect(app.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    await closeToTray(app);
    return app;
  };
  await test.step('is remembered, and hidden the app ends when it is told to', async () => {
    const second = await startHidden();
    second.application.process().kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });
  await test.step('never loses the window: where the tray is gone, closing is closing', async () => {
    const third = await startHidden();
    await showWindowAgain(third);
    await desktop.setTray(false);
    await close(third);
  });
  await desktop.setTray(true);
  const fourth = await startHidden();
  await showWindowAgain(fourth);
  await test.step('starting with the computer puts an entry where the desktop looks for it, and takes it away again', async () => {
    // Elsewhere it would be the list of the system itself.
    if (process.platform !== 'linux') return;
    const entry = path.join(profile, 'config/autostart/smartspace-desktop-development.desktop');
    const isThere = () =>
      access(entry).then(
        () => true,
        () => false,
      );
    expect(await isThere()).toBe(false);
    await changePreference(fourth, startsAtLogin);
    await expect.poll(isThere).toBe(true);
    await changePreference(fourth, startsAtLogin);
    await expect.poll(isThere).toBe(false);
  });
  await test.step('off again closing ends the app', async () => {
    await changePreference(fourth, closesToTray);
    await close(fourth);
  });
});
