import type { Clock } from '../base/clock';
import type { Unsubscribe } from '../base/observable';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import type { DraftFolder } from './draftFolder';
import { breakSeal, nameFor, seal } from './seal';
import { formatWork, isNothing, noWork, parseWork, type Work } from './work';

export interface WorkFileOptions {
  readonly folder: Pick<DraftFolder, 'read' | 'write' | 'writeNow' | 'removeAllBut'>;
  readonly key: Buffer;
  /** Whose work it is, as nobody else is called. */
  readonly owner: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long changes are gathered before they are written, in milliseconds: with the page's own, half a second at most. */
const writeDelay = 100;
/** How long until a writing that failed is tried again, in milliseconds. */
const retryDelay = 5_000;

/** One agent's work, encrypted in a file of its own that is there only while there is any. Never throws. */
export class WorkFile {
  readonly #options: WorkFileOptions;
  readonly #name: string;
  #work = noWork;
  #written = noWork;
  #cancelWriting: Unsubscribe | null = null;
  #isClosed = false;
  #hasFailed = false;

  constructor(options: WorkFileOptions) {
    this.#options = options;
    this.#name = nameFor(options.key, options.owner);
  }

  /** What was kept. Files that are another agent's, damaged, or of no known version are removed. */
  read(): Work {
    const { folder, key, owner, logger } = this.#options;
    try {
      const removed = folder.removeAllBut(this.#name);
      if (removed > 0) logger.warn("drafts that are not this agent's are removed", { files: removed });
      const sealed = folder.read(this.#name);
      if (sealed === null) return noWork;
      const text = breakSeal(key, owner, sealed);
      const work = text === null ? null : parseWork(text);
      if (work === null) {
        logger.warn('the file of drafts is damaged and removed', { bytes: sealed.length });
        folder.removeAllBut(null);
        return noWork;
      }
      this.#work = work;
      this.#written = work;
      return work;
    } catch (error) {
      logger.error('the drafts could not be read', { ...describeError(error) });
      return noWork;
    }
  }

  /** Has this in the file soon. */
  keep(work: Work): void {
    this.#work = work;
    this.#writeLater(writeDelay);
  }

  /** Writes what is not in the file yet before it returns. */
  flushNow(): void {
    this.#stopWaiting();
    if (this.#isClosed || this.#work === this.#written) return;
    const { folder, key, owner, logger } = this.#options;
    try {
      if (isNothing(this.#work)) folder.removeAllBut(null);
      else folder.writeNow(this.#name, seal(key, owner, formatWork(this.#work)));
      this.#written = this.#work;
    } catch (error) {
      logger.error('the drafts could not be written', { ...describeError(error) });
    }
  }

  /** Writes no more. */
  close(): void {
    this.#stopWaiting();
    this.#isClosed = true;
  }

  /** Set while a writing waits or is under way, `#cancelWriting` sees to it that there is one at a time. */
  #writeLater(delay: number): void {
    if (this.#isClosed || this.#cancelWriting !== null || this.#work === this.#written) return;
    this.#cancelWriting = this.#options.clock.schedule(delay, () => void this.#write());
  }

  #stopWaiting(): void {
    this.#cancelWriting?.();
    this.#cancelWriting = null;
  }

  async #write(): Promise<void> {
    const { folder, key, owner, logger } = this.#options;
    const work = this.#work;
    let delay = writeDelay;
    try {
      if (isNothing(work)) folder.removeAllBut(null);
      else await folder.write(this.#name, seal(key, owner, formatWork(work)));
      // Unless something newer was written at once meanwhile.
      if (this.#cancelWriting !== null) this.#written = work;
      this.#hasFailed = false;
    } catch (error) {
      delay = retryDelay;
      // A full disk fails each time: once is enough to know.
      if (!this.#hasFailed) logger.error('the drafts could not be written', { ...describeError(error) });
      this.#hasFailed = true;
    }
    this.#cancelWriting = null;
    this.#writeLater(delay);
  }
}
