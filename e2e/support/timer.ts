import type { Page } from 'playwright';

/** What a timer shows, in seconds: "02:14:09" or "14:09". */
export const readTimer = async (page: Page, name: string): Promise<number> => {
  const text = await page.getByRole('timer', { name }).innerText();
  const [shown = ''] = /\d+(:\d\d){1,2}/.exec(text) ?? [];
  return shown.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
};
