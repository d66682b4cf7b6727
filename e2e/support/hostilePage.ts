import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import { z } from 'zod';
import { readLog } from './profileFiles';
import type { RunningApp } from './app';

/** Makes an attempt in the page and answers with the rule of the content policy that it was stopped by. */
export const ruleAgainst = async (page: Page, attempt: () => unknown): Promise<string> => {
  await page.evaluate(() => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective, disposition }) => {
          resolve(`${disposition} ${effectiveDirective}`);
        },
        { once: true },
      );
    });
    Reflect.set(window, 'violation', violation);
  });
  await page.evaluate(attempt);
  return z.string().parse(await page.evaluate(() => Reflect.get(window, 'violation') as unknown));
};

/** Waits until main has logged one more refusal of this kind than before. */
export const expectRefusal = async (
  profile: string,
  what: 'navigation' | 'window' | 'webview',
  attempt: () => Promise<unknown>,
): Promise<void> => {
  const count = async () => (await readLog(profile)).split(`a page was refused what="${what}"`).length;
  const before = await count();
  await attempt();
  await expect.poll(count).toBeGreaterThan(before);
};

/** Notes what the operating system is asked to open, instead of opening it. */
export const recordOpenedLinks = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'openedLinks', opened);
    shell.openExternal = async (link) => {
      opened.push(link);
      return Promise.resolve();
    };
  });

export const openedLinks = ({ application }: RunningApp): Promise<unknown> =>
  application.evaluate(() => Reflect.get(globalThis, 'openedLinks') as unknown);
