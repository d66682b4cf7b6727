import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFile } from './dataFile';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartspace-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('DataFile', () => {
  it('is nothing at first, then what was written last, with no draft left over', async () => {
    const file = new DataFile(join(folder, 'deeper'));
    expect(await file.read()).toBeNull();
    await file.write({ value: 1 });
    await file.write({ value: 2 });
    expect(await file.read()).toEqual({ value: 2 });
    expect(await readdir(join(folder, 'deeper'))).toEqual(['platform.json']);
  });

  it('keeps the old value when a write broke half-way', async () => {
    const file = new DataFile(folder);
    await file.write({ value: 1 });
    await writeFile(join(folder, 'platform.json.new'), '{"val');
    expect(await file.read()).toEqual({ value: 1 });
    await file.write({ value: 2 });
    expect(await file.read()).toEqual({ value: 2 });
  });

  it('does not take a damaged file for an empty one', async () => {
    await writeFile(join(folder, 'platform.json'), '{');
    await expect(new DataFile(folder).read()).rejects.toThrow();
  });
});
