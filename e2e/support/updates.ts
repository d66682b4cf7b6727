import type { Locator, Page } from 'playwright';
import { expect, test as base } from './test';
import { install, UpdateFeed } from './updateFeed';
import type { Installed } from './updateFeed';

/** Tests with a place of updates, and an app that was installed to look there. */
export const test = base.extend<{ readonly feed: UpdateFeed; readonly installed: Installed }>({
  feed: async ({}, use) => {
    const feed = new UpdateFeed();
    await feed.start();
    await use(feed);
    await feed.stop();
  },
  installed: async ({ feed }, use) => {
    const installed = await install(feed);
    await use(installed);
    await installed.remove();
  },
});

export const updates = (page: Page): Locator => page.getByRole('dialog', { name: 'Atualizações' });

/** Opens "Atualizações" from the user's menu. */
export const openUpdates = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Menu do usuário' }).click();
  await page.getByRole('menuitem', { name: 'Atualizações' }).click();
  return updates(page);
};

/** Looks for updates as an agent who can't wait, and waits until the dialog says what came of it. */
export const lookForUpdates = async (page: Page, outcome: string): Promise<void> => {
  const dialog = await openUpdates(page);
  await dialog.getByRole('button', { name: 'Procurar atualizações' }).click();
  await expect(dialog.getByRole('status')).toContainText(outcome);
};

export const leaveUpdates = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(updates(page)).toBeHidden();
};
