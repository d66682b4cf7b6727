import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { z } from 'zod';

/** No start takes longer than this unless something is broken, in milliseconds. */
const startLimit = 60_000;

/**
 * How long an app is left to itself before anybody looks, in milliseconds. The page notes its own times; a debugger that
 * comes while it starts would be part of what is measured, and sometimes waits for ever for a page it saw half made.
 */
const unobservedTime = 2_500;

export interface LaunchOptions {
  readonly executable: string;
  /** The app's folder. */
  readonly app: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Launched {
  readonly pid: number;
  /** When the process was spawned, in milliseconds since 1970. */
  readonly spawnedAt: number;
  readonly page: Page;
  stop(): Promise<void>;
}

/**
 * Starts Electron as the system would, watched through Chromium's debugging port only: Playwright's own way of starting
 * Electron holds the start up until it is attached.
 */
export const launch = async ({ executable, app, env }: LaunchOptions): Promise<Launched> => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const spawnedAt = performance.timeOrigin + performance.now();
  const child = spawn(executable, [...sandbox, '--remote-debugging-port=0', app], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await debuggingAddress(child);
  await pageExists(address);
  await wait(unobservedTime);
  const browser = await chromium.connectOverCDP(address, { timeout: startLimit });
  const page = await firstPage(browser);
  if (child.pid === undefined) throw new Error('Electron did not start');
  return {
    pid: child.pid,
    spawnedAt,
    page,
    stop: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await browser.close();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await exited;
      }
    },
  };
};

const debuggingAddress = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stderr === null) throw new Error('Electron has no standard error');
    const lines = createInterface({ input: child.stderr });
    const said: string[] = [];
    lines.on('line', (line) => {
      said.push(line);
      const match = /DevTools listening on (ws:\/\/\S+)/.exec(line);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once('exit', () => {
      reject(new Error(`Electron ended before it could be measured:\n${said.join('\n')}`));
    });
  });

const targetsSchema = z.array(z.object({ type: z.string(), url: z.string() }));

/** Resolves once the app has a page with an address. */
const pageExists = async (address: string): Promise<void> => {
  const { host } = new URL(address);
  const end = performance.now() + startLimit;
  while (performance.now() < end) {
    const answer = await fetch(`http://${host}/json/list`);
    const targets = targetsSchema.parse(await answer.json());
    if (targets.some(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank')) return;
    await wait(100);
  }
  throw new Error('Electron opened no page');
};

const firstPage = async (browser: Browser): Promise<Page> => {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('Electron has no context to measure in');
  return context.pages()[0] ?? context.waitForEvent('page', { timeout: startLimit });
};
