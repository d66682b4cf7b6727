import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile, replaceFileAtOnce } from '../base/replaceFile';

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

export const writeSettingsText = (folder: string, text: string): Promise<void> =>
  replaceFile(join(folder, fileName), text);

export const writeSettingsTextAtOnce = (folder: string, text: string): void => {
  replaceFileAtOnce(join(folder, fileName), text);
};

/** Keeps a damaged file for whoever wants to know how it came to that. */
export const putCorruptedSettingsAside = (folder: string): Promise<void> =>
  rename(join(folder, fileName), join(folder, corruptFileName));
