import { EventEmitter } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { readWindowPlaces, WindowMemory } from './windowMemory';

const area = { x: 0, y: 0, width: 1920, height: 1080 };

class FakeWindow extends EventEmitter {
  bounds = { x: 10, y: 20, width: 1280, height: 800 };
  isLarge = false;
  getNormalBounds = () => this.bounds;
  isMaximized = () => this.isLarge;
  isDestroyed = () => false;
}

describe('WindowMemory', () => {
  let folder: string;
  let clock: FakeClock;
  let window: FakeWindow;
  let logger: MemoryLogger;

  const create = (profile = folder) =>
    new WindowMemory({
      ...{ folder: profile, window, clock, logger },
      screens: () => [{ bounds: area, workArea: area }],
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'window-'));
    clock = new FakeClock();
    window = new FakeWindow();
    logger = new MemoryLogger();
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('writes where the window is once it has come to rest', async () => {
    const memory = create();
    for (const x of [30, 40, 50]) {
      window.bounds = { ...window.bounds, x };
      window.emit('move');
      await clock.advance(400);
    }
    expect(readWindowPlaces(folder)).toEqual([]);
    await clock.advance(100);
    await memory.flush();
    expect(readWindowPlaces(folder)).toEqual([{ layout: '0,0,1920,1080', bounds: window.bounds, isMaximised: false }]);
    expect(clock.pending).toBe(0);
  });

  it('keeps the size from before it was maximised', async () => {
    const memory = create();
    window.isLarge = true;
    window.emit('maximize');
    await memory.flush();
    expect(readWindowPlaces(folder)).toMatchObject([{ bounds: { width: 1280 }, isMaximised: true }]);
  });

  it('has it in the file before it returns when the system will not wait', async () => {
    const memory = create();
    window.bounds = { ...window.bounds, x: 77 };
    memory.flushAtOnce();
    expect(readWindowPlaces(folder)).toMatchObject([{ bounds: { x: 77 } }]);
    expect(await readdir(folder)).toEqual(['window.json']);
  });

  it('goes on where the folder can not be written', async () => {
    const blocked = path.join(folder, 'file');
    await writeFile(blocked, '');
    const memory = create(path.join(blocked, 'profile'));
    await memory.flush();
    await vi.waitFor(() => {
      expect(logger.lines.join()).toContain('could not be written');
    });
  });
});
