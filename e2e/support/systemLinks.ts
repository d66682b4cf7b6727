import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appCommand } from './app';
import type { LaunchOptions } from './app';

/** A home of this test's own, as far as a Linux desktop keeps there which app opens what. */
export const createHome = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'smartspace-home-'));
  return {
    folder,
    env: { XDG_DATA_HOME: path.join(folder, 'data'), XDG_CONFIG_HOME: path.join(folder, 'config') },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
};

/** Has the system open a link, as a browser does. What it starts is its child, and ends with `kill`. */
export const openBySystem = (options: LaunchOptions, link: string) => {
  const { env } = appCommand(options);
  // A group of its own, so that the app it starts can be ended with it.
  const child = spawn('xdg-open', [link], { env, stdio: 'ignore', detached: true });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const kill = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await exited;
  };
  return { exited, kill };
};
