import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { RunningApp } from './app';

/**
 * The page as it is now, with its shell on the screen. Playwright gives a page up for good once its process has died or
 * hangs; the app does not, so this connects to it anew.
 */
export const reconnect = async (app: RunningApp, profile: string): Promise<Page> => {
  await expect
    .poll(() =>
      app.application.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
      }),
    )
    .toBe(true);
  const [port] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The app has no page to connect to');
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
  return page;
};
