import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';

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
