import type { Page } from 'playwright';
import type { RunningApp } from './app';

/** Keeps the page's one thread busy for ever. Returns once it is. */
export const hang = async (page: Page): Promise<void> => {
  const begun = page.waitForEvent('console', (message) => message.text() === 'hanging');
  // Settles only when the page is gone.
  void page
    .evaluate(() => {
      console.log('hanging');
      for (;;);
    })
    .catch(() => undefined);
  await begun;
};

/** Ends the page's process. Returns once the app has heard of it. */
export const crash = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await new Promise<void>((resolve) => {
      contents?.once('render-process-gone', () => {
        resolve();
      });
      contents?.forcefullyCrashRenderer();
    });
  });

/** Has Chromium call the page hung: Playwright switches its own watch over that off in every app that it starts. */
export const callItHung = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.emit('unresponsive');
  });

/** A process that Chromium starts anew by itself. */
export type ChildProcess = 'GPU' | 'Network Service';

/** The app's processes of these kinds, sorted by kind. */
export const childProcesses = async (
  { application }: RunningApp,
  kinds: readonly ChildProcess[],
): Promise<readonly { readonly kind: ChildProcess; readonly pid: number }[]> => {
  const metrics = await application.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, serviceName = '' }) => ({ pid, type, serviceName })),
  );
  const isOf = {
    GPU: ({ type }) => type === 'GPU',
    'Network Service': ({ serviceName }) => serviceName === 'network.mojom.NetworkService',
  } satisfies Record<ChildProcess, (metric: (typeof metrics)[number]) => boolean>;
  return kinds.flatMap((kind) => metrics.filter(isOf[kind]).map(({ pid }) => ({ kind, pid })));
};
