import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, errors } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';

const root = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly platformUrl: string;
  readonly profile: string;
  readonly language?: 'pt-BR' | 'en';
  /** More of the environment; a variable set to undefined is taken away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The real app, running. */
export interface RunningApp {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** All that the app has written to its terminal so far. */
  readonly output: () => string;
  /** Settles with the exit code, or the signal that ended it, once the app is gone. */
  readonly exited: Promise<number | NodeJS.Signals>;
  /** Ends it without asking it, if it still runs. */
  readonly kill: () => Promise<void>;
}

/** A throw-away profile folder. */
export const createProfile = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'smartspace-profile-'));

export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 5 });

const environment = (options: LaunchOptions): Record<string, string> => {
  const merged: Record<string, string | undefined> = {
    ...process.env,
    NODE_ENV: 'test',
    SMARTSPACE_URL: options.platformUrl,
    SMARTSPACE_PROFILE_DIR: options.profile,
    SMARTSPACE_LANG: options.language ?? 'pt-BR',
    ...options.env,
  };
  const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;
  return Object.fromEntries(Object.entries(merged).filter(isSet));
};

/** How long Playwright may take to find the app's window, in milliseconds; and how often it may miss it. */
const attachLimit = 25_000;
const attachTries = 3;

/**
 * Starts the app as a person would, and waits for its window.
 *
 * Now and then Playwright does not see a window that opened while it was attaching, although it is there: then that app
 * is killed before anything was done with it, and started anew.
 */
export const launchApp = async (options: LaunchOptions): Promise<RunningApp> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startApp(options);
    } catch (error) {
      if (tries === attachTries || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
};

const startApp = async (options: LaunchOptions): Promise<RunningApp> => {
  const executablePath = process.env['SMARTSPACE_ELECTRON'];
  if (executablePath === undefined) throw new Error('SMARTSPACE_ELECTRON is not set: run this through npm run e2e');
  // Chromium refuses to run its sandbox as root: the harness says so, the app's own code never does.
  const isRoot = process.getuid?.() === 0;
  const application = await _electron.launch({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), root],
    cwd: root,
    env: environment(options),
    timeout: attachLimit,
  });
  const child = application.process();
  const chunks: string[] = [];
  const collect = (chunk: Buffer) => void chunks.push(chunk.toString());
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? signal ?? 'SIGKILL');
    });
  });
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exited;
  };
  const page = await application.firstWindow({ timeout: attachLimit }).catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return { application, page, output: () => chunks.join(''), exited, kill };
};

/** Closes the window as its close button does; returns before it has come to anything. */
export const closeWindow = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
  });
