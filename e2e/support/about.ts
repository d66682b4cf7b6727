import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';

/** Opens "Sobre o Smartspace Desktop" and waits for what it tells. */
export const openAbout = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Menu do usuário' }).click();
  await page.getByRole('menuitem', { name: 'Sobre o Smartspace Desktop' }).click();
  const about = page.getByRole('dialog', { name: 'Sobre o Smartspace Desktop' });
  await expect(about.getByText('Chromium')).toBeVisible();
  return about;
};
