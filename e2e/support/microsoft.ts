import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import { z } from 'zod';
import type { Demo } from '../../demo/startDemo';
import type { LaunchOptions, RunningApp } from './app';
import { waitForUsableLogin } from './screens';

export interface MicrosoftAgent {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** The agent whose customer keeps its own accounts. */
export const microsoftAgent = (demo: Demo): MicrosoftAgent => {
  const agent = demo.agents.find(({ login }) => login === 'microsoft');
  const { email, password = null, name } = agent ?? {};
  if (email === undefined || name === undefined || password === null)
    throw new Error('The demo has nobody at Microsoft');
  return { email, password, name };
};

/** Has the app trust the demo's identity provider, whose authority is made anew each time. */
export const trustingIdentity = async (demo: Demo, profile: string): Promise<Pick<LaunchOptions, 'env'>> => {
  const file = path.join(profile, 'authority.pem');
  await writeFile(file, await demo.microsoft.certificateAuthority());
  return { env: { SMARTSPACE_TEST_AUTHORITY: file } };
};

/** Types the e-mail on the login screen, and presses the button. Answers with the window that opens. */
export const openMicrosoft = async ({ application, page }: RunningApp, email: string): Promise<Page> => {
  await waitForUsableLogin(page);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'E-mail' }).press('Tab');
  const opening = application.waitForEvent('window');
  await page.getByRole('button', { name: 'Microsoft' }).click();
  return opening;
};

/** What a person does on the customer's own sign-in page. */
export const signInAtMicrosoft = async (popup: Page, { email, password }: MicrosoftAgent): Promise<void> => {
  await popup.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await popup.getByRole('textbox', { name: 'Senha' }).fill(password);
  await popup.getByRole('button', { name: 'Entrar' }).click();
};

/** Logs in from the login screen, to the shell. */
export const logInWithMicrosoft = async (app: RunningApp, agent: MicrosoftAgent): Promise<void> => {
  const popup = await openMicrosoft(app, agent.email);
  await signInAtMicrosoft(popup, agent);
  await expect(app.page.getByRole('button', { name: 'Menu do usuário' })).toContainText(agent.name);
};

/** The titles of the app's windows besides its main one. */
export const otherTitles = ({ application }: RunningApp): Promise<readonly string[]> =>
  application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.getParentWindow() !== null)
      .map((window) => window.getTitle()),
  );

/** Keeps the system's browser shut, and notes what it would have shown. */
export const watchBrowser = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'openedInBrowser', opened);
    shell.openExternal = (link) => {
      opened.push(link);
      return Promise.resolve();
    };
  });

export const openedInBrowser = async ({ application }: RunningApp): Promise<readonly string[]> =>
  z.array(z.string()).parse(await application.evaluate(() => Reflect.get(globalThis, 'openedInBrowser') as unknown));
