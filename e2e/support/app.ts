import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { displays } from './displays';

const root = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly platformUrl: string;
  readonly profile: string;
  readonly language?: 'pt-BR' | 'en';
  /** More of the environment; a variable set to undefined is taken away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What stands behind the app on its command line. */
  readonly parameters?: readonly string[];
  /** A packaged app to start instead of the built one; it has to let debuggers in. */
  readonly executable?: string | undefined;
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

/** Where apps and their profiles leave what nobody needs; the end of the run takes it away. */
const temporaryFolder = process.env['SMARTSPACE_TEMPORARY_FOLDER'] ?? tmpdir();

/** A throw-away profile folder. */
export const createProfile = (): Promise<string> => mkdtemp(path.join(temporaryFolder, 'smartspace-profile-'));

export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 5 });

const environment = (options: LaunchOptions): Record<string, string> => {
  const merged: Record<string, string | undefined> = {
    ...process.env,
    NODE_ENV: 'test',
    TMPDIR: temporaryFolder,
    SMARTSPACE_URL: options.platformUrl,
    SMARTSPACE_PROFILE_DIR: options.profile,
    SMARTSPACE_LANG: options.language ?? 'pt-BR',
    ...options.env,
  };
  const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;
  return Object.fromEntries(Object.entries(merged).filter(isSet));
};

/** How the app is started: with which arguments, where and in which environment. */
export const appCommand = (options: LaunchOptions) => {
  // Chromium refuses to run its sandbox as root: the harness says so, the app's own code never does.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // It would try graphics hardware first, and start its process for them twice.
  const graphics = displays.length > 0 ? ['--disable-gpu'] : [];
  const switches = [...sandbox, ...graphics];
  const env = environment(options);
  if (options.executable === undefined) {
    return { args: [...switches, root, ...(options.parameters ?? [])], cwd: root, env };
  }
  return {
    executablePath: path.join(import.meta.dirname, 'heldBack.mjs'),
    args: [...switches, ...(options.parameters ?? [])],
    cwd: options.profile,
    env: { ...env, SMARTSPACE_HELD_BACK: options.executable },
  };
};

/**
 * Starts the app as a person would, and waits for its window.
 *
 * Playwright is not told which executable to run, so it asks the electron package, which finds the one of this run by
 * ELECTRON_OVERRIDE_DIST_PATH. Only then does it hold back `ready` until it is attached: an app that starts meanwhile
 * may open its window in between, and Playwright waits for it for ever.
 */
export const launchApp = async (options: LaunchOptions): Promise<RunningApp> => {
  const application = await _electron.launch(appCommand(options));
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
    if (child.exitCode === null && child.signalCode === null) killGroup(child);
    await exited;
  };
  const page = await application.firstWindow();
  await cameAlive(page);
  return { application, page, output: () => chunks.join(''), exited, kill };
};

/**
 * The page paints before its scripts run, and only a login sent meanwhile is kept. Some tests start an app whose page
 * never comes alive; they go on after a while.
 */
const cameAlive = (page: Page): Promise<unknown> =>
  page
    .waitForFunction(
      () => Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
      undefined,
      { timeout: 5_000 },
    )
    .catch(() => undefined);

/** Whoever holds a packaged app back would leave it behind; Playwright has started them as one group. */
const killGroup = (child: ChildProcess): void => {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
};

/** Closes the window as its close button does; returns before it has come to anything. */
export const closeWindow = ({ application }: RunningApp): Promise<void> =>
  application.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
  });
