import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The folder with the one file of drafts there may be. A file is replaced as a whole: whatever happens, the old or the
 * new one is there. What was begun later counts, also where something begun earlier ends later.
 */
export class DraftFolder {
  readonly #folder: string;
  #turn = 0;

  /** @param folder holds nothing else */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null where there is no such file. Throws where it can't be read. */
  read(name: string): Buffer | null {
    try {
      return readFileSync(path.join(this.#folder, name));
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const turn = this.#nextTurn();
    const temporary = this.#temporary();
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(temporary, bytes, { mode: 0o600, flush: true });
      // At once and not awaited: nothing can come in between the question and the answer to it.
      if (turn === this.#turn) renameSync(temporary, path.join(this.#folder, name));
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** The same without letting anything else happen meanwhile, for when the system does not wait. */
  writeNow(name: string, bytes: Buffer): void {
    this.#nextTurn();
    const temporary = this.#temporary();
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const file = openSync(temporary, 'w', 0o600);
      try {
        writeFileSync(file, bytes);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path.join(this.#folder, name));
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  /**
   * Removes every file but one, among them what a writing that was cut short has left.
   *
   * @returns how many there were
   */
  removeAllBut(name: string | null): number {
    this.#nextTurn();
    const others = this.#list().filter((file) => file !== name);
    for (const file of others) rmSync(path.join(this.#folder, file), { recursive: true, force: true });
    return others.filter((file) => !file.endsWith(temporaryEnding)).length;
  }

  #list(): readonly string[] {
    try {
      return readdirSync(this.#folder);
    } catch (error) {
      if (isAbsence(error)) return [];
      throw error;
    }
  }

  #nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  #temporary(): string {
    return path.join(this.#folder, `${randomUUID()}${temporaryEnding}`);
  }
}

const temporaryEnding = '.tmp';

const isAbsence = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
