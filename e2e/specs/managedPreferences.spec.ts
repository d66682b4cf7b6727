import { access } from 'node:fs/promises';
import path from 'node:path';
import { openAbout } from '../support/about';
import { closeWindow } from '../support/app';
import type { RunningApp } from '../support/app';
import { answerMessageBoxes } from '../support/messageBox';
import { managedBy, policyFileIn } from '../support/policies';
import { changePreference, closesToTray, openPreference, startsAtLogin } from '../support/preferences';
import { logIn } from '../support/screens';
import { close } from '../support/session';
import { expect, test } from '../support/test';
import { createFakeDesktop, isWindowVisible, showWindowAgain } from '../support/tray';

test('what is enforced is set up and nobody can switch it off, what is suggested holds until the agent has chosen', async ({
  launch,
  profile,
  ana,
}) => {
  test.skip(process.platform !== 'linux', 'the list of the system itself is not for a test to change');
  const desktop = await createFakeDesktop(true);
  const env = { ...desktop.env, XDG_CONFIG_HOME: path.join(profile, 'config') };
  const start = async (policies: Readonly<Record<string, unknown>>): Promise<RunningApp> => {
    const managed = await managedBy(profile, policies);
    return launch({ env: { ...managed.env, ...env } });
  };
  const entry = path.join(profile, 'config/autostart/smartspace-desktop-development.desktop');
  const isThere = () =>
    access(entry).then(
      () => true,
      () => false,
    );
  const closeToTray = async (app: RunningApp) => {
    await answerMessageBoxes(app, 'Entendi');
    await closeWindow(app);
    await expect.poll(() => isWindowVisible(app)).toBe(false);
  };
  try {
    const first = await start({ CloseToTray: true, StartAtLogin: true });
    await logIn(first.page, ana);
    await test.step('starting at login is set up where it is enforced', async () => {
      const preference = await openPreference(first, startsAtLogin);
      await expect(preference.getByRole('switch')).toBeChecked();
      await expect(preference).toContainText('Definido pela sua empresa');
      await expect.poll(isThere).toBe(true);
      await first.page.keyboard.press('Escape');
    });
    await test.step('an enforced closing to the tray hides the window, and nobody can switch it off', async () => {
      const preference = await openPreference(first, closesToTray);
      const control = preference.getByRole('switch');
      await expect(preference).toContainText('Definido pela sua empresa');
      await control.press('Space');
      await first.page.evaluate(() => window.desktop.changeSettings({ closesToTray: false, startsAtLogin: false }));
      await expect(control).toBeChecked();
      await first.page.keyboard.press('Escape');
      await closeToTray(first);
    });
    first.application.process().kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const second = await start({ StartAtLogin: 'yes please', Recommended: { CloseToTray: true } });
    await test.step('starting at login is taken back where the policy can not be obeyed', async () => {
      await expect.poll(isThere).toBe(false);
      await expect((await openAbout(second.page)).getByRole('listitem')).toHaveText(
        `StartAtLogin: o valor não é do tipo esperado (${policyFileIn(profile)})`,
      );
      await second.page.keyboard.press('Escape');
    });
    await test.step('a suggested closing to the tray holds until the agent has chosen', async () => {
      await closeToTray(second);
      await showWindowAgain(second);
      await expect(await openPreference(second, closesToTray)).not.toContainText('Definido pela sua empresa');
      await second.page.keyboard.press('Escape');
      await changePreference(second, closesToTray);
      await close(second);
    });

    await test.step('the choice holds over a restart', async () => {
      const third = await start({ Recommended: { CloseToTray: true } });
      await expect(third.page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
      const preference = await openPreference(third, closesToTray);
      await expect(preference.getByRole('switch')).not.toBeChecked();
      await third.page.keyboard.press('Escape');
      await close(third);
    });
  } finally {
    await desktop.remove();
  }
});
