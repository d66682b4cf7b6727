import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import { closeWindow } from './app';
import type { RunningApp } from './app';
import type { Control } from './control';

/** The question for the password over an expired session. */
export const loginAgain = (page: Page): Locator => page.getByRole('dialog', { name: 'Entre de novo para continuar' });

/** Closes the app as an agent does at the end of the day, without logging out. */
export const close = async (app: RunningApp): Promise<void> => {
  await closeWindow(app);
  expect(await app.exited).toBe(0);
};

/** The one live session's id. A login makes a new one; going on with a stored login keeps it. */
export const sessionId = async (control: Control): Promise<string> => {
  const { sessions } = await control.state();
  expect(sessions).toHaveLength(1);
  return sessions[0]?.id ?? '';
};

/** Asks main for the same thing many times at once; answers with how many went well. */
export const askManyAtOnce = (page: Page, count: number): Promise<number> =>
  page.evaluate(async (times) => {
    const asked = Array.from({ length: times }, () =>
      window.desktop.readCustomerHistory({ customerId: 'customer-001' }),
    );
    const answers = await Promise.all(asked);
    return answers.filter((answer) => Reflect.get(answer as object, 'ok') === true).length;
  }, count);
