import { access } from 'node:fs/promises';
import path from 'node:path';
import { openAbout } from '../support/about';
import { closeWindow } from '../support/app';
import { answerMessageBoxes } from '../support/messageBox';
import { managedBy, policyFileIn } from '../support/policies';
import { changePreference, closesToTray, openPreference, startsAtLogin } from '../support/preferences';
import { logIn } from '../support/screens';
import { expect, test } from '../support/test';
import { createFakeDesktop, isWindowVisible, showWindowAgain } from '../support/tray';

test('an enforced closing to the tray hides the window, and nobody can switch it off', async ({
  launch,
  profile,
  ana,
}) => {
  const desktop = await createFakeDesktop(true);
  try {
    const managed = await managedBy(profile, { CloseToTray: true });
    const app = await launch({ env: { ...managed.env, ...desktop.env } });
    const { page } = app;
    await logIn(page, ana);
    const preference = await openPreference(app, closesToTray);
    const control = preference.getByRole('switch');
    await expect(preference).toContainText('Definido pela sua empresa');
    await control.press('Space');
    await page.evaluate(() => window.desktop.changeSettings({ closesToTray: false, startsAtLogin: false }));
    await expect(control).toBeChecked();
    await page.keyboard.press('Escape');
    await answerMessageBoxes(app, 'Entendi');
    await closeWindow(app);
    await expect.poll(() => isWindowVisible(app)).toBe(false);
  } finally {
    await desktop.remove();
  }
});

test('a suggested closing to the tray holds until the agent has chosen, also over a restart', async ({
  launch,
  profile,
  ana,
}) => {
  const desktop = await createFakeDesktop(true);
  try {
    const managed = await managedBy(profile, { Recommended: { CloseToTray: true } });
    const first = await launch({ env: { ...managed.env, ...desktop.env } });
    await logIn(first.page, ana);
    await answerMessageBoxes(first, 'Entendi');
    await closeWindow(first);
    await expect.poll(() => isWindowVisible(first)).toBe(false);
    await showWindowAgain(first);
    await expect(await openPreference(first, closesToTray)).not.toContainText('Definido pela sua empresa');
    await first.page.keyboard.press('Escape');
    await changePreference(first, closesToTray);
    await closeWindow(first);
    expect(await first.exited).toBe(0);

    const second = await launch({ env: { ...managed.env, ...desktop.env } });
    await expect(second.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
    const preference = await openPreference(second, closesToTray);
    await expect(preference.getByRole('switch')).not.toBeChecked();
    await second.page.keyboard.press('Escape');
    await closeWindow(second);
    expect(await second.exited).toBe(0);
  } finally {
    await desktop.remove();
  }
});

test('starting at login is set up where it is enforced, and taken back where the policy can not be obeyed', async ({
  launch,
  profile,
  ana,
}) => {
  test.skip(process.platform !== 'linux', 'the list of the system itself is not for a test to change');
  const folder = { XDG_CONFIG_HOME: path.join(profile, 'config') };
  const entry = path.join(profile, 'config/autostart/smartspace-desktop-development.desktop');
  const isThere = () =>
    access(entry).then(
      () => true,
      () => false,
    );
  const enforced = await managedBy(profile, { StartAtLogin: true });
  const first = await launch({ env: { ...enforced.env, ...folder } });
  await logIn(first.page, ana);
  const preference = await openPreference(first, startsAtLogin);
  await expect(preference.getByRole('switch')).toBeChecked();
  await expect(preference).toContainText('Definido pela sua empresa');
  await expect.poll(isThere).toBe(true);
  await closeWindow(first);
  expect(await first.exited).toBe(0);

  const mistaken = await managedBy(profile, { StartAtLogin: 'yes please' });
  const { page } = await launch({ env: { ...mistaken.env, ...folder } });
  await expect.poll(isThere).toBe(false);
  await expect((await openAbout(page)).getByRole('listitem')).toHaveText(
    `StartAtLogin: o valor não é do tipo esperado (${policyFileIn(profile)})`,
  );
});
