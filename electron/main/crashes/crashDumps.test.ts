import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MemoryLogger } from '../logging/memoryLogger';
import { areDumpsWanted, dumpsToRemove, removeOldDumps } from './crashDumps';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-22T12:00:00Z');

describe('areDumpsWanted', () => {
  it.each([[undefined], [''], ['off'], ['1']])('holds %j for no', (wish) => {
    expect(areDumpsWanted(wish)).toBe(false);
  });

  it('wants the very word', () => {
    expect(areDumpsWanted('on')).toBe(true);
  });
});

describe('dumpsToRemove', () => {
  it('keeps the newest five', () => {
    const dumps = [3, 1, 6, 2, 5, 4, 0].map((age) => ({ file: `${String(age)}.dmp`, writtenAt: now - age * 1000 }));
    expect(dumpsToRemove(dumps, true, now)).toEqual(['5.dmp', '6.dmp']);
  });

  it('keeps none for longer than two weeks', () => {
    const dumps = [13, 15].map((age) => ({ file: `${String(age)}.dmp`, writtenAt: now - age * day }));
    expect(dumpsToRemove(dumps, true, now)).toEqual(['15.dmp']);
  });

  it('keeps none at all once nobody wants them any more', () => {
    expect(dumpsToRemove([{ file: 'new.dmp', writtenAt: now }], false, now)).toEqual(['new.dmp']);
  });
});

describe('removeOldDumps', () => {
  it("removes old dumps with what belongs to them, and leaves the handler's own files", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'crashes-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(path.join(folder, 'pending'));
    await writeFile(path.join(folder, 'settings.dat'), 'x');
    for (const [name, age] of Object.entries({ new: 1, old: 20 })) {
      for (const ending of ['dmp', 'meta']) {
        const file = path.join(folder, 'pending', `${name}.${ending}`);
        await writeFile(file, 'x');
        await utimes(file, (now - age * day) / 1000, (now - age * day) / 1000);
      }
    }
    const logger = new MemoryLogger();
    await removeOldDumps({ folder, areWanted: true, now, logger });
    expect((await readdir(path.join(folder, 'pending'))).sort()).toEqual(['new.dmp', 'new.meta']);
    expect(await readdir(folder)).toContain('settings.dat');
    expect(logger.lines.join()).toContain('kept=1');
  });

  it('has nothing to say where nothing has crashed yet', async () => {
    const logger = new MemoryLogger();
    const folder = path.join(tmpdir(), 'no-such-folder-of-dumps');
    await removeOldDumps({ folder, areWanted: true, now, logger });
    expect(logger.lines).toEqual([]);
  });
});
