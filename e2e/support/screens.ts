import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import type { PasswordAgent } from './test';

/** The reference text of the block, letter for letter. */
export const blockText =
  'Você não pode fazer logout enquanto houver atendimentos em andamento. Finalize-os para sair da aplicação.';

/** The login paints before its scripts run. */
export const waitForUsableLogin = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => performance.getEntriesByName('login-usable').length > 0);
};

export const logIn = async (page: Page, { email, password }: PasswordAgent): Promise<void> => {
  await waitForUsableLogin(page);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Senha' }).fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu principal' })).toBeVisible();
};

const queuesButton = (page: Page): Locator => page.getByRole('button', { name: 'Canais de atendimento' });

/** Logs in to queues by their names, in the panel, and closes it. */
export const logInToQueues = async (page: Page, names: readonly string[]): Promise<void> => {
  await queuesButton(page).click();
  const panel = page.getByRole('dialog', { name: 'Canais de atendimento' });
  for (const name of names) {
    const queue = panel.getByRole('switch', { name, exact: true });
    await queue.click();
    await expect(queue).toBeChecked();
  }
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
};

export const waitingList = (page: Page): Locator => page.getByRole('region', { name: 'Aguardando atendimento' });
export const inProgressList = (page: Page): Locator => page.getByRole('region', { name: 'Em atendimento' });
export const block = (page: Page): Locator => page.getByRole('alertdialog');

/** Accepts the one offer that rings. */
export const acceptOffer = async (page: Page): Promise<void> => {
  await waitingList(page).getByRole('button', { name: 'Atender' }).click();
  await expect(page.getByRole('textbox', { name: 'Mensagem' })).toBeVisible();
};

export const send = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Mensagem' }).fill(text);
  await page.getByRole('button', { name: 'Enviar' }).click();
};

/** Asks to finish the attendance that is open, with the disposition; what comes of it is not waited for. */
export const askToFinish = async (page: Page, disposition: string): Promise<void> => {
  await page.getByRole('button', { name: 'Finalizar', exact: true }).click();
  await page.getByRole('combobox', { name: 'Tabulação' }).selectOption({ label: disposition });
  await page.getByRole('button', { name: 'Finalizar atendimento' }).click();
};

/**
 * Finishes the attendance that is open, with the disposition. While the dialog is open, nothing else on the page has a
 * role: a list behind it would be found empty before anything is finished.
 */
export const finish = async (page: Page, disposition: string): Promise<void> => {
  await askToFinish(page, disposition);
  await expect(page.getByRole('dialog', { name: 'Finalizar atendimento' })).toHaveCount(0);
};

/** Asks to log out and says yes to the question. */
export const logOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Menu do usuário' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Log out' }).click();
};

export const expectLoginScreen = async (page: Page): Promise<void> => {
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();
};
