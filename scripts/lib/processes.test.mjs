import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { capture, end, launch, run } from './processes.mjs';

test('the exit code of a process is passed on, that of a signal as shells have it', async () => {
  expect(await run(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
  expect(await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143);
});

test('both outputs are kept', async () => {
  const said = await capture(process.execPath, ['-e', 'console.log("out"); console.error("err"); process.exit(1)']);
  expect(said.code).toBe(1);
  expect(said.stdout).toBe('out\n');
  expect(said.output).toContain('err\n');
});

test.runIf(process.platform === 'linux')('what a process leaves behind ends with it', async () => {
  const { stdout } = await capture('sh', ['-c', 'sleep 60 >/dev/null 2>&1 & echo $!']);
  await delay(100);
  expect(await isRunning(Number(stdout))).toBe(false);
});

test.runIf(process.platform === 'linux')('a process that does not want to end is made to', async () => {
  const child = launch('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.1; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await end(child, 200);
  expect(child.signalCode).toBe('SIGKILL');
});

/** Runs, and is not only waiting for its exit code to be fetched. */
async function isRunning(pid) {
  const { stdout } = await capture('ps', ['-o', 'stat=', '-p', String(pid)]);
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
