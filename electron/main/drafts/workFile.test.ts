import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FakeClock } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { DraftFolder } from './draftFolder';
import { keyLength, nameFor, seal } from './seal';
import { noWork, withDraft, withOpen } from './work';
import { WorkFile } from './workFile';

const words = 'o pedido 4711 da dona Célia';
const someWork = withOpen(withDraft(noWork, { attendanceId: 'one', text: words }), 'one');

const start = async () => {
  const place = await mkdtemp(path.join(tmpdir(), 'drafts-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  const root = path.join(place, 'drafts');
  const key = randomBytes(keyLength);
  const clock = new FakeClock();
  const logger = new MemoryLogger();
  const folder = new DraftFolder(root);
  const open = (owner = 'ana', usedKey = key) => new WorkFile({ folder, key: usedKey, owner, clock, logger });
  const files = () => readdir(root).catch((): string[] => []);
  /** Waits until the disk has done what the clock has started. */
  const pass = async (milliseconds: number, isDone: () => Promise<boolean>) => {
    await clock.advance(milliseconds);
    await vi.waitUntil(isDone);
  };
  return { root, key, clock, logger, folder, open, files, pass };
};

describe('WorkFile', () => {
  it('has a change in the file after a tenth of a second, without being asked, and shows nothing of it', async () => {
    const { root, key, open, files, pass } = await start();
    open().keep(someWork);
    expect(await files()).toEqual([]);
    await pass(100, async () => (await files()).includes(nameFor(key, 'ana')));
    const content = await readFile(path.join(root, nameFor(key, 'ana')));
    expect(content.includes('4711')).toBe(false);
    expect(open().read()).toEqual(someWork);
  });

  it('has a change in the file before it returns, where the system does not wait', async () => {
    const { open, files } = await start();
    const file = open();
    file.keep(someWork);
    file.flushNow();
    expect(await files()).toHaveLength(1);
    expect(open().read()).toEqual(someWork);
  });

  it('ends with the newest, however a slow writing and a sudden one meet', async () => {
    const { clock, open, files } = await start();
    const file = open();
    file.keep(withDraft(noWork, { attendanceId: 'one', text: 'antes' }));
    await clock.advance(100);
    // On its way to the disk at this moment.
    file.keep(someWork);
    file.flushNow();
    expect(open().read()).toEqual(someWork);
    await vi.waitUntil(async () => (await files()).length === 1);
    await clock.advance(1_000);
    expect(open().read()).toEqual(someWork);
  });

  it('leaves no file once there is nothing to keep', async () => {
    const { clock, open, files } = await start();
    const file = open();
    file.keep(someWork);
    file.flushNow();
    file.keep(noWork);
    await clock.advance(100);
    expect(await files()).toEqual([]);
  });

  it('writes nothing more once it is closed', async () => {
    const { clock, open, files } = await start();
    const file = open();
    file.keep(someWork);
    file.close();
    file.flushNow();
    await clock.advance(1_000);
    expect([await files(), clock.pending]).toEqual([[], 0]);
  });

  it('reads nothing of another agent, and removes it', async () => {
    const { open, files, logger } = await start();
    const file = open('ana');
    file.keep(someWork);
    file.flushNow();
    expect(open('bruno').read()).toEqual(noWork);
    expect(await files()).toEqual([]);
    expect(logger.lines.join()).toContain("not this agent's");
  });

  it('reads nothing whose key is lost, and removes it', async () => {
    const { open, files } = await start();
    const file = open();
    file.keep(someWork);
    file.flushNow();
    expect(open('ana', randomBytes(keyLength)).read()).toEqual(noWork);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)])],
  ])('takes a file that is %s for none, removes it and says so without its content', async (_how, damage) => {
    const { root, key, open, files, logger } = await start();
    const file = open();
    file.keep(someWork);
    file.flushNow();
    const place = path.join(root, nameFor(key, 'ana'));
    await writeFile(place, damage(await readFile(place)));
    expect(open().read()).toEqual(noWork);
    expect(await files()).toEqual([]);
    expect(logger.lines.join()).toContain('damaged');
    expect(logger.lines.join()).not.toContain('4711');
  });

  it('reads what an earlier version has written, which kept no messages', async () => {
    const { key, open, folder } = await start();
    const earlier = { v: 1, openAttendanceId: 'one', drafts: [{ attendanceId: 'one', text: words }] };
    folder.writeNow(nameFor(key, 'ana'), seal(key, 'ana', JSON.stringify(earlier)));
    expect(open().read()).toEqual(someWork);
  });

  it('takes what a later version has written for none', async () => {
    const { root, key, open, folder } = await start();
    folder.writeNow(nameFor(key, 'ana'), seal(key, 'ana', JSON.stringify({ v: 2, drafts: [] })));
    expect(open().read()).toEqual(noWork);
    expect(await readdir(root)).toEqual([]);
  });

  it('clears up after a writing that was cut short', async () => {
    const { root, open, files } = await start();
    const file = open();
    file.keep(someWork);
    file.flushNow();
    await writeFile(path.join(root, 'half.tmp'), 'half');
    expect(open().read()).toEqual(someWork);
    expect(await files()).toHaveLength(1);
  });

  it('tries again where the disk took nothing, and complains once', async () => {
    const { clock, key, logger, root, folder } = await start();
    const refuse = (): Promise<void> => Promise.reject(new Error(`no room for ${words}`));
    const full = { ...bind(folder), write: vi.fn(refuse) };
    const file = new WorkFile({ folder: full, key, owner: 'ana', clock, logger });
    file.keep(someWork);
    await clock.advance(100 + 5_000 + 5_000);
    expect(full.write).toHaveBeenCalledTimes(3);
    expect(logger.lines.filter((line) => line.includes('could not be written'))).toHaveLength(1);
    expect(logger.lines.join()).not.toContain('4711');
    full.write.mockImplementation(() => {
      folder.writeNow(nameFor(key, 'ana'), seal(key, 'ana', 'x'));
      return Promise.resolve();
    });
    await clock.advance(5_000);
    expect(await readdir(root)).toHaveLength(1);
  });
});

const bind = (folder: DraftFolder) => ({
  read: folder.read.bind(folder),
  writeNow: folder.writeNow.bind(folder),
  removeAllBut: folder.removeAllBut.bind(folder),
});
