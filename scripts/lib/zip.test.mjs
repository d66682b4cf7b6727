import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from './zip.mjs';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zip-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes an archive the way the format describes it. */
async function archive(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, mode = 0o644, stored = false, claimed = content.length } of files) {
    const data = stored ? Buffer.from(content) : deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE((0o100000 | mode) * 0x10000, 38);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  const file = path.join(folder, 'archive.zip');
  await writeFile(file, Buffer.concat([...parts, ...directory, end]));
  return file;
}

test('files are taken out under their new names, with their modes; others stay', async () => {
  const file = await archive([
    { name: 'App/App', content: 'program', mode: 0o755 },
    { name: 'App/a/stored', content: 'as it is', stored: true },
    { name: 'App/empty', content: '' },
    { name: 'App/left', content: 'left' },
  ]);
  const target = path.join(folder, 'out');
  const count = await unzip(file, target, (name) => (name.endsWith('left') ? undefined : name.slice(4)));
  expect(count).toBe(3);
  expect(await readFile(path.join(target, 'App'), 'utf8')).toBe('program');
  expect((await stat(path.join(target, 'App'))).mode & 0o777).toBe(0o755);
  expect(await readFile(path.join(target, 'a', 'stored'), 'utf8')).toBe('as it is');
  expect(await readFile(path.join(target, 'empty'), 'utf8')).toBe('');
});

test('a name that leads out of the target is refused, and so is a file that is shorter than it says', async () => {
  const target = path.join(folder, 'out');
  const climbing = await archive([{ name: '../evil', content: 'x' }]);
  await expect(unzip(climbing, target, (name) => name)).rejects.toThrow('out of the archive');
  const short = await archive([{ name: 'short', content: 'x', claimed: 9 }]);
  await expect(unzip(short, target, (name) => name)).rejects.toThrow('incomplete');
});
