import { spawn } from 'node:child_process';
import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import { z } from 'zod';
import type { Demo } from '../../demo/startDemo';
import { appCommand } from './app';
import type { LaunchOptions, RunningApp } from './app';
import { readIpcTraffic } from './doors';
import { filesHolding } from './profileFiles';

const emailsSchema = z.object({ emails: z.array(z.object({ to: z.string(), token: z.string() })) });

const readTokens = async (demo: Demo, email: string): Promise<readonly string[]> => {
  const answer = await fetch(`${demo.controlUrl}/emails`);
  const { emails } = emailsSchema.parse(await answer.json());
  return emails.filter(({ to }) => to === email).map(({ token }) => token);
};

/** Asks the platform for the e-mail with a link, and reads the token out of it. */
export const requestToken = async (demo: Demo, email: string): Promise<string> => {
  const before = await readTokens(demo, email);
  await fetch(`${demo.url}/v1/auth/forgot`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, language: 'pt-BR' }),
  });
  await expect.poll(async () => (await readTokens(demo, email)).length).toBe(before.length + 1);
  return (await readTokens(demo, email)).at(-1) ?? '';
};

export const linkWith = (token: string): string => `smartspace://reset-password?token=${token}`;

/** Starts the app a second time, as a system does with a link. Ends when that process has. */
export const startAgain = (
  options: LaunchOptions,
): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const executablePath = process.env['SMARTSPACE_ELECTRON'];
    if (executablePath === undefined) throw new Error('SMARTSPACE_ELECTRON is not set: run this through npm run e2e');
    const { args, cwd, env } = appCommand(options);
    const child = spawn(executablePath, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Where no first instance takes over, this one would stay.
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    const chunks: string[] = [];
    const collect = (chunk: Buffer) => void chunks.push(chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output: chunks.join('') });
    });
  });

/** The form of a link, for whoever it is. */
export const passwordForm = (page: Page): Locator =>
  page.locator('form').filter({ has: page.getByRole('textbox', { name: 'Nova senha' }) });

export const expectFormFor = async (page: Page, email: string): Promise<void> => {
  await expect(page.getByText(`Para ${email}`)).toBeVisible();
  await expect(passwordForm(page)).toBeVisible();
};

export const typePassword = async (page: Page, password: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Nova senha' }).fill(password);
  await page.getByRole('textbox', { name: 'Confirmar senha' }).fill(password);
};

export const setPassword = async (page: Page, password: string): Promise<void> => {
  await typePassword(page, password);
  await page.getByRole('button', { name: 'Salvar' }).click();
};

/** The notice of a link that waits. */
export const linkNotice = (page: Page): Locator => page.getByText('Um link para definir a senha foi recebido.');

/**
 * Minimises or hides the window, as a person or a desktop does. On a display without a window manager nobody carries out
 * minimising: there the window is made to say that it is, until it is restored.
 */
export const putAway = ({ application }: RunningApp, how: 'minimised' | 'hidden'): Promise<void> =>
  application.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) return;
    if (wanted === 'hidden') {
      window.hide();
      return;
    }
    let isMinimised = true;
    const restore = window.restore.bind(window);
    window.minimize();
    window.isMinimized = () => isMinimised;
    window.restore = () => {
      isMinimised = false;
      restore();
    };
  }, how);

/** Whether the window is where a person can see it. */
export const isInSight = ({ application }: RunningApp): Promise<boolean> =>
  application.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return window !== undefined && window.isVisible() && !window.isMinimized();
  });

/** Looks for a token everywhere the app leaves something. */
export const expectNoTrace = async (app: RunningApp, profile: string, token: string): Promise<void> => {
  expect(await filesHolding(profile, token)).toEqual([]);
  expect(app.output()).not.toContain(token);
  expect((await readIpcTraffic(app)).filter((entry) => entry.includes(token))).toEqual([]);
  expect(await app.page.title()).not.toContain(token);
  const inMain = await app.application.evaluate(({ BrowserWindow }) => [
    ...BrowserWindow.getAllWindows().map((window) => `${window.getTitle()} ${window.webContents.getURL()}`),
    ...process.argv,
  ]);
  expect(inMain.filter((text) => text.includes(token))).toEqual([]);
};
