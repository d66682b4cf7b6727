import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileName = 'settings.json';
const corruptFileName = 'settings.corrupt.json';

/** The file's text, or null where there is none. Synchronous: language and theme decide the very first page. */
export const readSettingsText = (folder: string): string | null => {
  try {
    return readFileSync(join(folder, fileName), 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // There, but unreadable: treated as damaged, so that it is kept aside rather than taken for a first start.
    return isAbsent ? null : '';
  }
};

/** Replaces the file as a whole: a crash leaves the old or the new one. */
export const writeSettingsText = async (folder: string, text: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${fileName}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { encoding: 'utf8', mode: 0o600, flush: true });
    await rename(temporary, join(folder, fileName));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** The same without waiting, for when the system ends the process right after. */
export const writeSettingsTextAtOnce = (folder: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${fileName}.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, text, { encoding: 'utf8', mode: 0o600, flush: true });
    renameSync(temporary, join(folder, fileName));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

/** Keeps a damaged file for whoever wants to know how it came to that. */
export const putCorruptedSettingsAside = (folder: string): Promise<void> =>
  rename(join(folder, fileName), join(folder, corruptFileName));
