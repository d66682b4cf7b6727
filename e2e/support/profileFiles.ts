import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

const ignoreAbsence = (error: unknown): Buffer => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
};

/** The files below a folder that hold a word, in UTF-8 or in UTF-16, as Chromium's databases have both. */
export const filesHolding = async (folder: string, word: string): Promise<readonly string[]> => {
  const needles = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    // Files come and go while processes end.
    const content = await readFile(file).catch(ignoreAbsence);
    if (needles.some((needle) => content.includes(needle))) found.push(path.relative(folder, file));
  }
  return found;
};

/** What main has logged so far; nothing while there is no log. */
export const readLog = (profile: string): Promise<string> =>
  readFile(path.join(profile, 'logs/main.log'), 'utf8').catch(() => '');
