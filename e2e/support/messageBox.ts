import { expect } from 'playwright/test';
import { z } from 'zod';
import type { RunningApp } from './app';

const shownSchema = z.array(z.object({ message: z.string(), detail: z.string(), buttons: z.array(z.string()) }));

export type ShownMessageBox = z.infer<typeof shownSchema>[number];

/**
 * Stands in for the system's message box, which no test can click: presses the named button of each one that comes up,
 * and keeps what it said. Where it has no such button, it is left open.
 */
export const answerMessageBoxes = ({ application }: RunningApp, button: string): Promise<void> =>
  application.evaluate(({ dialog }, wanted) => {
    const shown: unknown[] = [];
    Reflect.set(globalThis, 'shownMessageBoxes', shown);
    const show = (...parameters: readonly unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
      // The window comes first, where there is one.
      const options = parameters.at(-1) as Electron.MessageBoxOptions;
      shown.push({ message: options.message, detail: options.detail ?? '', buttons: options.buttons ?? [] });
      const response = (options.buttons ?? []).indexOf(wanted);
      return response < 0 ? new Promise(() => undefined) : Promise.resolve({ response, checkboxChecked: false });
    };
    dialog.showMessageBox = show;
  }, button);

/** The message boxes that have come up since `answerMessageBoxes`. */
export const shownMessageBoxes = async ({ application }: RunningApp): Promise<readonly ShownMessageBox[]> =>
  shownSchema.parse(await application.evaluate(() => Reflect.get(globalThis, 'shownMessageBoxes') as unknown));

/** Waits for the first message box. */
export const waitForMessageBox = async (app: RunningApp): Promise<ShownMessageBox | undefined> => {
  await expect.poll(async () => (await shownMessageBoxes(app)).length).toBeGreaterThan(0);
  return (await shownMessageBoxes(app))[0];
};
