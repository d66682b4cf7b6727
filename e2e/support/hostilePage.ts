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

/** Loads the page anew and answers with how to read the rules of the content policy that it has broken since. */
export const watchViolations = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(window, 'violations', violations);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      violations.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.reload();
  return async () => z.array(z.string()).parse(await page.evaluate(() => Reflect.get(window, 'violations') as unknown));
};

/** Waits until main has logged just one more refusal of this kind: of two, one could pass for the next attempt's. */
export const expectRefusal = async (
  profile: string,
  what: 'navigation' | 'window' | 'webview',
  attempt: () => Promise<unknown>,
): Promise<void> => {
  const count = async () => (await readLog(profile)).split(`a page was refused what="${what}"`).length;
  const before = await count();
  await attempt();
  await expect.poll(count).toBe(before + 1);
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

/** Starts the app and marks its page, so that a page in its place would show. */
export const openHostilePage = async (launch: () => Promise<RunningApp>): Promise<RunningApp> => {
  const app = await launch();
  await expect(app.page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  await app.page.evaluate(() => Reflect.set(window, 'isOurs', true));
  return app;
};

/** Nothing has taken our page's place, and no other page is open. */
export const expectSamePage = async ({ application, page }: RunningApp): Promise<void> => {
  expect(page.url()).toBe('smartspace-app://bundle/login.pt-BR.html');
  expect(await page.evaluate(() => Reflect.get(window, 'isOurs') as unknown)).toBe(true);
  expect(await application.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
};

/** What an expression that throws or rejects is refused with. Runs in a task of its own, as scripts of a page do. */
export const refusalOf = (page: Page, attempt: () => unknown): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    setTimeout(() => {
      new Promise((settle) => settle((${attempt.toString()})()))
        .then((value) => resolve({ allowed: String(value) }), (error) => resolve(error.name));
    });
  })`);
