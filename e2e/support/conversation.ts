import type { Locator, Page } from 'playwright';
import { inProgressList } from './screens';

/** The messages of the open conversation. */
export const messageArea = (page: Page): Locator => page.getByRole('group', { name: 'Mensagens' });

export const messageBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Mensagem' });

/** The words that are on the screen, out of those that a pattern knows, from top to bottom. */
export const shownWords = async (page: Page, pattern: RegExp): Promise<readonly string[]> => {
  const rows = await messageArea(page).getByRole('listitem').allInnerTexts();
  return rows.flatMap((row) => [...row.matchAll(new RegExp(pattern, 'g'))].map(([word]) => word));
};

/** Opens an attendance in progress by a click on its item. */
export const openAttendance = (page: Page, customerName: string): Promise<void> =>
  inProgressList(page).getByRole('button').filter({ hasText: customerName }).click();
