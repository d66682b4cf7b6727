import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const options = { encoding: 'utf8', mode: 0o600, flush: true } as const;

const temporaryFor = (file: string): string => `${file}.${randomUUID()}.tmp`;

/** Replaces the file as a whole, making its folder where there is none: a crash leaves the old or the new one. */
export const replaceFile = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = temporaryFor(file);
  try {
    await writeFile(temporary, text, options);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** The same without waiting, for when the system ends the process right after. */
export const replaceFileAtOnce = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = temporaryFor(file);
  try {
    writeFileSync(temporary, text, options);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};
