import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepingFile } from './keepingFile';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keeping-'));
  file = path.join(folder, 'App.AppImage');
  await writeFile(file, 'old');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('keepingFile', () => {
  it('leaves nothing but the new file when that has come', async () => {
    const replace = () => {
      rmSync(file);
      writeFileSync(file, 'new');
      return true;
    };
    expect(keepingFile(file, replace)).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['App.AppImage']);
  });

  it('puts the old file back when nothing came', async () => {
    const fail = () => {
      rmSync(file);
      return false;
    };
    expect(keepingFile(file, fail)).toBe(false);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['App.AppImage']);
  });

  it('puts the old file back over half of the new one', async () => {
    const breakDown = () => {
      rmSync(file);
      writeFileSync(file, 'ne');
      throw new Error('disk full');
    };
    expect(() => keepingFile(file, breakDown)).toThrow('disk full');
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['App.AppImage']);
  });

  it('touches nothing where the file is not there to begin with', async () => {
    rmSync(file);
    expect(() => keepingFile(file, () => true)).toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});
