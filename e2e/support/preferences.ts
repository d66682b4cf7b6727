import { expect } from 'playwright/test';
import type { Locator } from 'playwright';
import type { RunningApp } from './app';

export const closesToTray = 'Ao fechar, manter na bandeja do sistema';
export const startsAtLogin = 'Abrir ao entrar no computador';

/** Opens "Preferências" and finds one of them by its name: the group of its switch and its explanation. */
export const openPreference = async ({ page }: RunningApp, label: string): Promise<Locator> => {
  await page.getByRole('button', { name: 'Menu do usuário' }).click();
  await page.getByRole('menuitem', { name: 'Preferências' }).click();
  return page.getByRole('dialog', { name: 'Preferências' }).getByRole('group', { name: label });
};

/** Changes one of the preferences from what it is, as the agent does. */
export const changePreference = async (app: RunningApp, label: string): Promise<void> => {
  const preference = (await openPreference(app, label)).getByRole('switch', { name: label });
  const before = await preference.isChecked();
  await preference.click();
  await expect(preference).toBeChecked({ checked: !before });
  await app.page.keyboard.press('Escape');
};
