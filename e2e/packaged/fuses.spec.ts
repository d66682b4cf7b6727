import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fuses, wrongFuses } from '../../packaging/fuses';
import { readFuseWire } from '../../packaging/hooks';
import { packagedApp } from '../support/packagedApp';
import { expect, test } from '../support/test';

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

test('every fuse of the packaged binary stands as it is stated', async () => {
  const wire = await readFuseWire(packagedApp().executable);
  expect(wrongFuses(wire)).toEqual([]);
  // One more comes with newer Electrons.
  expect(wire.size).toBeGreaterThanOrEqual(fuses.length - 1);
});

test('what the end-to-end tests run differs from it in the one fuse that lets them in', async () => {
  const { executable, inspectable } = packagedApp();
  const [released, tested] = await Promise.all([readFile(executable), readFile(inspectable)]);
  expect(tested.length).toBe(released.length);
  const different: number[] = [];
  for (let offset = 0; offset < released.length; offset += 65_536) {
    const end = offset + 65_536;
    if (released.subarray(offset, end).equals(tested.subarray(offset, end))) continue;
    for (let at = offset; at < end; at += 1) if (released[at] !== tested[at]) different.push(at);
  }
  expect(different).toHaveLength(1);
  expect(wrongFuses(await readFuseWire(inspectable))).toEqual([
    'Fuse EnableNodeCliInspectArguments stands at 1 instead of 0.',
  ]);
});

test('the app does not turn into a Node that runs whatever it is given', async ({ profile }) => {
  // Nothing else on the command line: Node would refuse what it does not know, and prove nothing.
  const { stdout } = await promisify(execFile)(packagedApp().executable, ['-p', '`taken by ${process.version}`'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', SMARTSPACE_PROFILE_DIR: profile },
    timeout: 8_000,
  }).catch(() => ({ stdout: '' }));
  // A Node would have printed it and ended well; the app starts as always, or says that it may not run as root.
  expect(stdout).not.toContain('taken by');
});

/** Starts the app as it is released, and answers with what it says until its page can be debugged. */
const said = async (child: ChildProcess): Promise<string> => {
  const chunks: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      chunks.push(chunk.toString());
      if (chunks.join('').includes('DevTools listening on')) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`The app ended: ${chunks.join('')}`));
    });
  });
  return chunks.join('');
};

test('no debugger gets into main, and no code by NODE_OPTIONS', async ({ demo, profile }) => {
  const child = spawn(packagedApp().executable, [...sandbox, '--inspect=0', '--remote-debugging-port=0'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '--require=/nowhere/taken.cjs --inspect=0',
      SMARTSPACE_URL: demo.url,
      SMARTSPACE_PROFILE_DIR: profile,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise((resolve) => child.once('close', resolve));
  try {
    const text = await said(child);
    expect(text).not.toContain('Debugger listening');
    expect(text).not.toContain('taken.cjs');
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
});
