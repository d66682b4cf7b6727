import { spawn } from 'node:child_process';
import type { Logger } from '../logging/logger';

/** What the lock is asked for: the name and the reason that the system shows to whoever wants to shut down. */
export interface LockRequest {
  readonly who: string;
  readonly why: string;
}

/** A lock on its way or held. */
export interface HeldLock {
  release(): void;
  /** Settles when it is gone: released, refused or lost. Never rejects. */
  readonly gone: Promise<'released' | 'failed'>;
}

export type TakeLock = (request: LockRequest) => HeldLock;

/**
 * Takes a lock of logind's against shutting down, in `block` mode, through its own tool. logind gives a lock as a file
 * descriptor, which Node can't receive; the tool holds it as long as its command runs, and `cat` runs as long as our
 * pipe to it is open. However this process ends, the pipe closes with it, and the lock is gone.
 */
export const takeLogindLock: TakeLock = ({ who, why }) => {
  const options = ['--mode=block', '--what=shutdown', `--who=${who}`, `--why=${why}`];
  const tool = spawn('systemd-inhibit', [...options, 'cat'], { stdio: ['pipe', 'ignore', 'ignore'] });
  let isReleased = false;
  const gone = new Promise<'released' | 'failed'>((resolve) => {
    const settle = () => {
      resolve(isReleased ? 'released' : 'failed');
    };
    tool.once('error', settle);
    tool.once('exit', settle);
  });
  // The tool may end before the pipe does.
  tool.stdin.on('error', () => undefined);
  // It must not keep this process: that is what it ends with.
  tool.unref();
  return {
    release: () => {
      isReleased = true;
      tool.stdin.end();
    },
    gone,
  };
};

export interface ShutdownLockOptions {
  readonly take: TakeLock;
  readonly logger: Logger;
}

/**
 * Holds one lock against shutting down while it is wanted.
 *
 * Where there is no logind, or it refuses, that is logged once and does no harm: the app still stops whatever asks it,
 * and tries again when a lock is wanted the next time.
 */
export class ShutdownLock {
  readonly #options: ShutdownLockOptions;
  #held: HeldLock | null = null;
  #hasFailed = false;

  constructor(options: ShutdownLockOptions) {
    this.#options = options;
  }

  hold(request: LockRequest): void {
    if (this.#held !== null) return;
    const { take, logger } = this.#options;
    const lock = take(request);
    this.#held = lock;
    void lock.gone.then((how) => {
      if (how === 'released') return;
      if (!this.#hasFailed) logger.warn('the system can not be kept from shutting down: no lock from logind');
      this.#hasFailed = true;
    });
  }

  release(): void {
    this.#held?.release();
    this.#held = null;
  }
}
