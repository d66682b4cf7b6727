import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';

/** No start takes longer than this unless something is broken, in milliseconds. */
const startLimit = 60_000;

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
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
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

const firstPage = async (browser: Browser): Promise<Page> => {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('Electron has no context to measure in');
  return context.pages()[0] ?? context.waitForEvent('page', { timeout: startLimit });
};
