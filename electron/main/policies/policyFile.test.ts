import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPolicyFile } from './policyFile';

// Files of others and their modes are Linux' business; so is this file.
describe.runIf(process.platform === 'linux')('readPolicyFile', () => {
  let folder: string;
  let file: string;
  const me = process.getuid?.() ?? 0;
  const readFrom = (from: string, owners = [me]) => readPolicyFile({ file: from, owners });

  beforeEach(async () => {
    const place = await mkdtemp(path.join(tmpdir(), 'policies-'));
    folder = path.join(place, 'smartspace-desktop');
    await mkdir(folder, { mode: 0o755 });
    file = path.join(folder, 'policies.json');
  });

  afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

  const write = async (text: string, mode = 0o644) => {
    await writeFile(file, text);
    await chmod(file, mode);
  };

  it('reads what the administrator wrote', async () => {
    await write('{"LogLevel": "warn"}');
    expect(await readFrom(file)).toEqual([{ kind: 'read', place: file, content: { LogLevel: 'warn' } }]);
  });

  it('has nothing to say where there is no file, or no folder', async () => {
    expect(await readFrom(file)).toEqual([]);
    expect(await readFrom(path.join(folder, 'none', 'policies.json'))).toEqual([]);
  });

  it.each([0o664, 0o646, 0o666])('does not obey a file that others can write: mode %o', async (mode) => {
    await write('{"LogLevel": "warn"}', mode);
    expect(await readFrom(file)).toEqual([{ kind: 'failed', place: file, problem: 'not-protected' }]);
  });

  it('does not obey a file in a folder in which others can put another', async () => {
    await write('{"LogLevel": "warn"}');
    await chmod(folder, 0o777);
    expect(await readFrom(file)).toEqual([{ kind: 'failed', place: file, problem: 'not-protected' }]);
  });

  it("does not obey somebody else's file, not even by a link to it", async () => {
    await write('{"LogLevel": "warn"}');
    expect(await readFrom(file, [me + 1])).toEqual([{ kind: 'failed', place: file, problem: 'not-protected' }]);
    const link = path.join(folder, 'link.json');
    await chmod(file, 0o666);
    await symlink(file, link);
    expect(await readFrom(link)).toEqual([{ kind: 'failed', place: link, problem: 'not-protected' }]);
  });

  it('says of damage, of a folder in its place and of a file without end that it can make nothing of them', async () => {
    const malformed = [{ kind: 'failed', place: file, problem: 'malformed' }];
    await write('{"LogLevel":');
    expect(await readFrom(file)).toEqual(malformed);
    await write(' '.repeat(100_000));
    expect(await readFrom(file)).toEqual(malformed);
    await rm(file);
    await mkdir(file);
    expect(await readFrom(file)).toEqual(malformed);
  });
});
