import { systemTime, type Cancel } from '../base/clock';
import type { DataFile } from './dataFile';

/** How long changes gather before they are written, in milliseconds. */
const gatherFor = 200;

/** Writes the state soon after it changed, one write at a time. */
export class Keeper {
  private cancel: Cancel | null = null;
  private isStopped = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: DataFile,
    private readonly takeSnapshot: () => unknown,
  ) {}

  /** Something may have changed. */
  touch(): void {
    if (this.isStopped) return;
    this.cancel ??= systemTime.after(gatherFor, () => {
      this.cancel = null;
      void this.flush();
    });
  }

  /** Writes what there is now, after what is being written. */
  flush(): Promise<void> {
    this.writing = this.writing
      .then(() => this.file.write(this.takeSnapshot()))
      .catch((error: unknown) => {
        process.stderr.write(`The state could not be written: ${error instanceof Error ? error.message : 'unknown'}\n`);
      });
    return this.writing;
  }

  /** Writes for the last time. */
  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    this.cancel?.();
    await this.flush();
  }
}
