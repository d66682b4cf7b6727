import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

const longestWaitMilliseconds = 15 * 60_000;

/**
 * Does work that no two processes should do at once, such as a large download. The lock is a courtesy that saves time:
 * the work itself must stay correct without it, because a lock whose owner hangs is passed over in the end.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  await mkdir(path.dirname(file), { recursive: true });
  const deadline = Date.now() + longestWaitMilliseconds;
  let told = false;
  while (!(await take(file))) {
    if (Date.now() > deadline || (await isAbandoned(file))) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) say('Another run is doing the same at this moment; waiting for it …');
    told = true;
    await delay(500);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * The owner ended without taking its lock away.
 *
 * @param {string} file
 */
async function isAbandoned(file) {
  try {
    const owner = Number(await readFile(file, 'utf8'));
    // Empty: taken a moment ago and not yet written, unless it stays that way.
    if (!owner) return Date.now() - (await stat(file)).mtimeMs > 5_000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
