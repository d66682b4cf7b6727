import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';

/**
 * Has a file replaced, and puts it back if that fails. The library deletes the running AppImage before it moves the new
 * one to its place: a full disk in between would leave the agent without the app.
 *
 * @param replace returns whether it has; may throw
 * @returns whether the file was replaced
 */
export const keepingFile = (file: string, replace: () => boolean): boolean => {
  const kept = `${file}.previous`;
  rmSync(kept, { force: true });
  linkSync(file, kept);
  let isReplaced = false;
  try {
    isReplaced = replace();
    return isReplaced;
  } finally {
    if (isReplaced) rmSync(kept, { force: true });
    else if (existsSync(kept)) renameSync(kept, file);
  }
};
