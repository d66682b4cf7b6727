import type { Page } from 'playwright';

/** Keeps the page's scripts from arriving from the next load on. Answers with how to let them come. */
export const holdScripts = async (page: Page): Promise<() => void> => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
};
