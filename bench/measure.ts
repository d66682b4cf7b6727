import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { launch } from './launch';
import type { Launched, LaunchOptions } from './launch';
import { processTree, processorTime, proportionalSetSize } from './processTree';

/** What one start showed, in milliseconds from the spawn of the process. */
export interface Start {
  readonly firstContentfulPaint: number;
  /** By the name of the page's `performance.mark`. */
  readonly marks: Readonly<Record<string, number>>;
}

export interface Rest {
  /** Bytes. */
  readonly memory: number;
  /** Milliseconds of processor time per second. */
  readonly idleProcessorTime: number;
}

/** How long an app is left alone before its rest is measured, and for how long that is, in milliseconds. */
const settlingTime = 6_000;
const restTime = 8_000;

/** Starts an app, waits until its page has painted and set the marks, and hands it to `visit` before it is stopped. */
export const measureStart = async (
  options: LaunchOptions,
  marks: readonly string[],
  visit: (launched: Launched) => Promise<void> = () => Promise.resolve(),
): Promise<Start> => {
  const launched = await launch(options);
  try {
    const start = await readStart(launched, marks);
    await visit(launched);
    return start;
  } finally {
    await launched.stop();
  }
};

const readStart = async ({ page, spawnedAt }: Launched, marks: readonly string[]): Promise<Start> => {
  const names = ['first-contentful-paint', ...marks];
  await page.waitForFunction((all) => all.every((name) => performance.getEntriesByName(name).length > 0), names);
  const times = await page.evaluate(
    (all) =>
      all.map((name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN)),
    names,
  );
  const [firstContentfulPaint, ...rest] = times.map((time) => time - spawnedAt);
  if (firstContentfulPaint === undefined) throw new Error('The page has not painted');
  return {
    firstContentfulPaint,
    marks: Object.fromEntries(marks.map((name, index) => [name, rest[index] ?? Number.NaN])),
  };
};

/** Leaves an app alone for a while and measures what it costs to have it open. */
export const measureRest = async ({ pid }: Launched): Promise<Rest> => {
  await wait(settlingTime);
  const pids = await processTree(pid);
  const memory = await proportionalSetSize(pids);
  const before = await processorTime(pids);
  await wait(restTime);
  const after = await processorTime(pids);
  return { memory, idleProcessorTime: (after - before) / (restTime / 1000) };
};

/** The addresses of the scripts that a page has run so far. The debugger lists also those from before it came. */
export const loadedScripts = async (page: Page): Promise<string[]> => {
  const debug = await page.context().newCDPSession(page);
  const addresses = new Set<string>();
  debug.on('Debugger.scriptParsed', ({ url }) => {
    if (/^smartspace-app:.*\.js$/.test(url)) addresses.add(url);
  });
  await debug.send('Debugger.enable');
  await debug.detach();
  return [...addresses];
};
