import { expect } from 'playwright/test';
import type { Language, Theme } from '../../shared/state/settings';
import type { RunningApp } from './app';

/** Lets the app's own theme through, which Playwright overrides, and leaves out what moves and what a pointer does. */
export const showAsItIs = async ({ page }: RunningApp): Promise<void> => {
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
};

/** Chooses the theme as the agent does in the menu, and waits until the page has it. */
export const setTheme = async ({ page }: RunningApp, theme: Exclude<Theme, 'system'>): Promise<void> => {
  await page.evaluate((chosen) => window.desktop.changeSettings({ theme: chosen }), theme);
  await expect
    .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(theme === 'dark');
};

/** Chooses the language as the agent does in the menu, and waits until the page speaks it. */
export const setLanguage = async ({ page }: RunningApp, language: Language): Promise<void> => {
  await page.evaluate((chosen) => window.desktop.changeSettings({ language: chosen }), language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Makes the page this large, in pixels of it, and waits until it is. */
export const setSize = async ({ application, page }: RunningApp, size: Size): Promise<void> => {
  await application.evaluate(({ BrowserWindow }, { width, height }) => {
    // Not one that lies over it.
    BrowserWindow.getAllWindows()
      .find((window) => window.getParentWindow() === null)
      ?.setContentSize(width, height);
  }, size);
  await expect.poll(() => page.evaluate(() => ({ width: innerWidth, height: innerHeight }))).toEqual(size);
};
