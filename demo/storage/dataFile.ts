import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** One JSON file, written so that a crash leaves the old content or the new, never half of it. */
export class DataFile {
  private readonly path: string;

  constructor(private readonly folder: string) {
    this.path = join(folder, 'platform.json');
  }

  /** The content, or null where there is none yet. Throws where it is not JSON. */
  async read(): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8'));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async write(content: unknown): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const draft = `${this.path}.new`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(content));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.path);
  }
}
