import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'playwright/test';

const daemon = ['/usr/lib/systemd/systemd-logind', '/lib/systemd/systemd-logind'].find((file) => existsSync(file));

/**
 * Why there can be no logind of the tests' own here, or null. It keeps its state in folders of the system's: where
 * systemd itself runs, a second one would get in its way.
 */
export const whyNoLogind = (): string | null => {
  if (process.platform !== 'linux') return 'logind is part of Linux';
  if (daemon === undefined) return 'systemd is not installed';
  if (process.getuid?.() !== 0) return 'starting logind takes root';
  return existsSync('/run/systemd/system') ? 'this machine has a logind already' : null;
};

/** The real logind, on a bus of its own. */
export interface PrivateLogind {
  /** What points a process to that bus instead of the system's. */
  readonly env: Readonly<Record<string, string>>;
  /** The locks held, one a line, as the system lists them. */
  readonly locks: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
};

export const startLogind = async (): Promise<PrivateLogind> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'logind-'));
  const socket = path.join(folder, 'bus');
  const env = { DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}` };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=unix:path=${socket}`], {
    stdio: 'ignore',
  });
  await expect.poll(() => existsSync(socket)).toBe(true);
  const logind = spawn(daemon ?? '', [], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const list = () =>
    promisify(execFile)('systemd-inhibit', ['--list', '--no-pager', '--no-legend'], {
      env: { ...process.env, ...env },
    }).then(({ stdout }) => stdout);
  await expect.poll(() => list().catch(() => null)).not.toBeNull();
  return {
    env,
    // Electron holds one of its own, in `delay` mode.
    locks: async () =>
      (await list())
        .split('\n')
        .filter((line) => / block\s*$/.test(line))
        .join('\n'),
    stop: async () => {
      await end(logind);
      await end(bus);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
