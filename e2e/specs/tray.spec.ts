import { access } from 'node:fs/promises';
import path from 'node:path';
import { closeWindow } from '../support/app';
import { answerMessageBoxes, shownMessageBoxes } from '../support/messageBox';
import { changePreference, closesToTray, startsAtLogin } from '../support/preferences';
import { block, blockText, finish, inProgressList, logIn, send } from '../support/screens';
import { serveCustomer, startServing } from '../support/serving';
import { expect, test } from '../support/test';
import { chooseFromTray, createFakeDesktop, isWindowVisible, showWindowAgain, watchTrayMenu } from '../support/tray';
import type { FakeDesktop } from '../support/tray';

test.describe('closing to the tray', () => {
  let desktop: FakeDesktop;

  test.beforeEach(async () => {
    desktop = await createFakeDesktop(true);
  });

  test.afterEach(async () => {
    await desktop.remove();
  });

  test('hides the window, says so the first time only, and lets attendances go on', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch({ env: desktop.env });
    const { page } = app;
    const first = await startServing(app, control, ana);
    await watchTrayMenu(app);
    await changePreference(app, closesToTray);
    await answerMessageBoxes(app, 'Entendi');

    await closeWindow(app);
    await expect.poll(() => isWindowVisible(app)).toBe(false);
    const [said, ...more] = await shownMessageBoxes(app);
    expect(said?.message).toBe('O Smartspace continua aberto');
    expect(more).toEqual([]);
    await expect(block(page)).toHaveCount(0);

    // Hidden, the app goes on working.
    await serveCustomer(app, control, 'queue-support-whatsapp', 'customer-002');
    await chooseFromTray(app, 'Abrir o Smartspace');
    await expect.poll(() => isWindowVisible(app)).toBe(true);
    await send(page, 'Ainda estou com você.');
    await expect(page.getByText('Ainda estou com você.').first()).toBeVisible();
    await expect(inProgressList(page).getByText(first.customerName)).toBeVisible();

    await closeWindow(app);
    await expect.poll(() => isWindowVisible(app)).toBe(false);
    expect(await shownMessageBoxes(app)).toHaveLength(1);
  });

  test('leaves quitting to the menu of the icon, which is refused like every way out', async ({
    launch,
    control,
    ana,
  }) => {
    const app = await launch({ env: desktop.env });
    const { page } = app;
    await startServing(app, control, ana);
    await watchTrayMenu(app);
    await changePreference(app, closesToTray);
    await answerMessageBoxes(app, 'Entendi');
    await closeWindow(app);
    await expect.poll(() => isWindowVisible(app)).toBe(false);

    await chooseFromTray(app, 'Sair');
    await expect(page.getByRole('alertdialog', { name: blockText })).toBeVisible();
    await expect.poll(() => isWindowVisible(app)).toBe(true);
    await block(page).getByRole('button', { name: 'Entendi' }).click();
    await finish(page, 'Resolvido no atendimento');
    await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    await chooseFromTray(app, 'Sair');
    expect(await app.exited).toBe(0);
  });

  test('is remembered, and off again closing ends the app', async ({ launch, ana }) => {
    const first = await launch({ env: desktop.env });
    await logIn(first.page, ana);
    await changePreference(first, closesToTray);
    await answerMessageBoxes(first, 'Entendi');
    await closeWindow(first);
    await expect.poll(() => isWindowVisible(first)).toBe(false);
    first.application.process().kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const second = await launch({ env: desktop.env });
    await expect(second.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    await closeWindow(second);
    await expect.poll(() => isWindowVisible(second)).toBe(false);
    await showWindowAgain(second);
    await changePreference(second, closesToTray);
    await closeWindow(second);
    expect(await second.exited).toBe(0);
  });

  test('never loses the window: where the tray is gone, closing is closing', async ({ launch, ana }) => {
    const app = await launch({ env: desktop.env });
    await logIn(app.page, ana);
    await changePreference(app, closesToTray);
    await desktop.setTray(false);
    await closeWindow(app);
    expect(await app.exited).toBe(0);
  });
});

test('starting with the computer puts an entry where the desktop looks for it, and takes it away again', async ({
  launch,
  profile,
  ana,
}) => {
  test.skip(process.platform !== 'linux', 'the list of the system itself is not for a test to change');
  const app = await launch({ env: { XDG_CONFIG_HOME: path.join(profile, 'config') } });
  const entry = path.join(profile, 'config/autostart/smartspace-desktop-development.desktop');
  const isThere = () =>
    access(entry).then(
      () => true,
      () => false,
    );
  await logIn(app.page, ana);
  expect(await isThere()).toBe(false);
  await changePreference(app, startsAtLogin);
  await expect.poll(isThere).toBe(true);
  await changePreference(app, startsAtLogin);
  await expect.poll(isThere).toBe(false);
});
