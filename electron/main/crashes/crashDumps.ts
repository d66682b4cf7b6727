import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';

/** How many dumps are kept while dumps are wanted, and for how long, in milliseconds. */
const keptDumps = 5;
const keptFor = 14 * 24 * 60 * 60 * 1000;

/** A file that the crash handler has written. */
export interface DumpFile {
  readonly file: string;
  /** In milliseconds since 1970. */
  readonly writtenAt: number;
}

/**
 * Whether crashes are to leave a dump. Only where somebody has said so for finding a fault: a dump is a piece of memory.
 *
 * @param wish SMARTSPACE_CRASH_DUMPS
 */
export const areDumpsWanted = (wish: string | undefined): boolean => wish === 'on';

/** Which dumps have had their day: all but the newest few of the last two weeks, and all where none are wanted. Pure. */
export const dumpsToRemove = (dumps: readonly DumpFile[], areWanted: boolean, now: number): readonly string[] =>
  [...dumps]
    .sort((left, right) => right.writtenAt - left.writtenAt)
    .filter(({ writtenAt }, index) => !areWanted || index >= keptDumps || now - writtenAt > keptFor)
    .map(({ file }) => file);

export interface OldDumps {
  /** Where the crash handler writes, in folders of its own. */
  readonly folder: string;
  readonly areWanted: boolean;
  readonly now: number;
  readonly logger: Logger;
}

/** Removes old dumps, each with what the handler keeps beside it. */
export const removeOldDumps = async ({ folder, areWanted, now, logger }: OldDumps): Promise<void> => {
  try {
    const dumps = await findDumps(folder);
    const old = dumpsToRemove(dumps, areWanted, now);
    for (const file of old) {
      await rm(file, { force: true });
      await rm(file.replace(/\.dmp$/, '.meta'), { force: true });
    }
    if (dumps.length > 0) logger.info('crash dumps on this computer', { kept: dumps.length - old.length });
  } catch (error) {
    logger.warn('old crash dumps could not be removed', { ...describeError(error) });
  }
};

const findDumps = async (folder: string): Promise<readonly DumpFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.dmp'));
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return { file, writtenAt: (await stat(file)).mtimeMs };
    }),
  );
};
