import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
let file = '';

beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, 'some', 'work.lock');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('work under one lock is done one after the other', async () => {
  const steps = [];
  const work = (name) => async () => {
    steps.push(`${name} begins`);
    await delay(50);
    steps.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
  expect(steps.map((step) => step.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(existsSync(file)).toBe(false);
});

test('a lock whose owner is gone is taken over, and failed work gives its lock back', async () => {
  await withLock(file, async () => undefined);
  // Larger than any process number a system gives out.
  await writeFile(file, '2147483646');
  await expect(withLock(file, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
  expect(existsSync(file)).toBe(false);
});
