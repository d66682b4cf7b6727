import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import type { Control } from './control';
import { readTimer } from './timer';

export const queuePanel = (page: Page): Locator => page.getByRole('dialog', { name: 'Canais de atendimento' });

/** Opens "Canais de atendimento". */
export const openQueues = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Canais de atendimento' }).click();
  await expect(queuePanel(page)).toBeVisible();
  return queuePanel(page);
};

/** One queue in the panel, by its name. */
export const queueRow = (page: Page, name: string): Locator =>
  queuePanel(page).getByRole('group', { name, exact: true });

export const queueSwitch = (page: Page, name: string): Locator =>
  queuePanel(page).getByRole('switch', { name, exact: true });

/** Pauses a queue, in the open panel, by the reason's name. */
export const pauseQueue = async (page: Page, name: string, reason: string): Promise<void> => {
  await queueRow(page, name).getByRole('button', { name: 'Pausar' }).click();
  await page.getByRole('menuitem', { name: reason }).click();
  await expect(queueRow(page, name).getByRole('button', { name: 'Retomar' })).toBeVisible();
};

/** The time in the top bar: "Tempo on-line", "Tempo em pausa" or "Fora das filas". */
export const timeOf = (page: Page, name: string): Locator => page.getByRole('timer', { name });

/** What the time in the top bar must show: the platform's clock decides, wherever the app has been meanwhile. */
export const expectTimeSinceLogin = async (page: Page, control: Control, name = 'Tempo on-line'): Promise<void> => {
  await expect
    .poll(async () => {
      const shown = await readTimer(page, name);
      const { time, queueLogins } = await control.state();
      const since = Math.min(...queueLogins.map((login) => Date.parse(login.since)));
      return Math.abs((Date.parse(time) - since) / 1000 - shown);
    })
    .toBeLessThan(2);
};
