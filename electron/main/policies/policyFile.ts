import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PolicySource } from './managedPolicies';
import { parseJson } from './parseJson';

/** Where Linux computers have their policies. */
export const policyFilePath = '/etc/smartspace-desktop/policies.json';

/** In bytes; policies are some hundred. */
const sizeLimit = 64 * 1024;

/** The part of a file's mode that lets its group, or everybody, write. */
const writableByOthers = 0o022;

export interface PolicyFileOptions {
  readonly file: string;
  /** Whose files count, by number: the administrator's, 0. */
  readonly owners: readonly number[];
}

/**
 * Reads the file, if there is one. Whoever else could have written it, or put it there, is not obeyed: the file and its
 * folder have to be the administrator's alone.
 */
export const readPolicyFile = async ({ file, owners }: PolicyFileOptions): Promise<readonly PolicySource[]> => {
  const isProtected = ({ uid, mode }: { readonly uid: number; readonly mode: number }) =>
    owners.includes(uid) && (mode & writableByOthers) === 0;
  try {
    const folder = await stat(path.dirname(file));
    // Opened first and looked at then: nobody can put another file in its place in between.
    const handle = await open(file);
    try {
      const status = await handle.stat();
      if (!status.isFile() || status.size > sizeLimit) return [{ kind: 'failed', place: file, problem: 'malformed' }];
      if (!isProtected(folder) || !isProtected(status)) {
        return [{ kind: 'failed', place: file, problem: 'not-protected' }];
      }
      const content = parseJson(await handle.readFile('utf8'));
      if (content === undefined) return [{ kind: 'failed', place: file, problem: 'malformed' }];
      return [{ kind: 'read', place: file, content }];
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return isAbsent ? [] : [{ kind: 'failed', place: file, problem: 'unreadable' }];
  }
};
