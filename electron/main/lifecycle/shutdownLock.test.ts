import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settle } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { ShutdownLock, takeLogindLock } from './shutdownLock';
import type { HeldLock, LockRequest } from './shutdownLock';

const request: LockRequest = { who: 'Smartspace', why: 'Há atendimentos em andamento.' };

describe('ShutdownLock', () => {
  const createWorld = () => {
    const world = {
      taken: [] as LockRequest[],
      released: 0,
      end: (_how: 'released' | 'failed'): void => undefined,
    };
    const logger = new MemoryLogger();
    const lock = new ShutdownLock({
      logger,
      take: (asked): HeldLock => {
        world.taken.push(asked);
        return {
          release: () => void (world.released += 1),
          gone: new Promise((resolve) => {
            world.end = resolve;
          }),
        };
      },
    });
    return { world, lock, logger };
  };

  it('holds one lock, however often it is wanted, and lets go of it once', () => {
    const { world, lock } = createWorld();
    lock.hold(request);
    lock.hold(request);
    expect(world.taken).toEqual([request]);
    lock.release();
    lock.release();
    expect(world.released).toBe(1);
    lock.hold(request);
    expect(world.taken).toHaveLength(2);
  });

  it('logs once that there is no lock to be had, and tries again the next time', async () => {
    const { world, lock, logger } = createWorld();
    for (const _time of [1, 2]) {
      lock.hold(request);
      world.end('failed');
      await settle();
      lock.release();
    }
    expect(world.taken).toHaveLength(2);
    expect(logger.lines.filter((line) => line.includes('no lock from logind'))).toHaveLength(1);
  });

  it('logs nothing of a lock that was let go of', async () => {
    const { world, lock, logger } = createWorld();
    lock.hold(request);
    lock.release();
    world.end('released');
    await settle();
    expect(logger.lines).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('takeLogindLock', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  /** A tool that says what it was asked and runs its command as logind's own does. */
  const putTool = async (script: string) => {
    await writeFile(path.join(folder, 'systemd-inhibit'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
  };

  it('has the tool hold the lock until it is let go of', async () => {
    await putTool(`printf '%s\\n' "$@" > ${folder}/asked.tmp; mv ${folder}/asked.tmp ${folder}/asked; exec cat`);
    const lock = takeLogindLock(request);
    const asked = await vi.waitFor(() => readFile(path.join(folder, 'asked'), 'utf8'), { timeout: 10_000 });
    expect(asked.trim().split('\n')).toEqual([
      '--mode=block',
      '--what=shutdown',
      '--who=Smartspace',
      '--why=Há atendimentos em andamento.',
      'cat',
    ]);
    lock.release();
    expect(await lock.gone).toBe('released');
  });

  it('says so where logind refuses', async () => {
    await putTool('echo "Access denied" >&2; exit 1');
    expect(await takeLogindLock(request).gone).toBe('failed');
  });

  it('says so where there is no such tool', async () => {
    vi.stubEnv('PATH', folder);
    expect(await takeLogindLock(request).gone).toBe('failed');
  });
});
