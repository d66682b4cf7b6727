import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { RunningApp } from './app';

/** Does something after which the app loads its page anew by itself, and waits until it has. */
const waitForLoad = async ({ application }: RunningApp, act: () => Promise<unknown>): Promise<void> => {
  await application.evaluate(({ BrowserWindow }) => {
    const loaded = new Promise<void>((resolve) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => {
        resolve();
      });
    });
    Reflect.set(globalThis, 'loadedAnew', loaded);
  });
  await act();
  await application.evaluate(() => Reflect.get(globalThis, 'loadedAnew') as Promise<void>);
};

/**
 * The page as it is after an act that ends its process, with its shell on the screen. Playwright gives a page up for good
 * once its process has died; the app does not, so this connects to it anew.
 */
export const reconnectAfter = async (act: () => Promise<unknown>, app: RunningApp, profile: string): Promise<Page> => {
  await waitForLoad(app, act);
  const [port] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The app has no page to connect to');
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  return page;
};
