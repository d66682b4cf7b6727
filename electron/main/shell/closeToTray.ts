import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';

export interface CloseToTrayOptions {
  /** Whether the agent, or the company, wants it. */
  readonly isWanted: () => boolean;
  /** Looks whether there is a tray that shows icons. */
  readonly hasTray: () => Promise<boolean>;
  readonly showIcon: () => Promise<void>;
  readonly hideIcon: () => void;
  readonly hideWindow: () => void;
  /** Whether the agent has been told where the window goes. */
  readonly isExplained: () => boolean;
  /** Tells, and resolves once the agent has read it. */
  readonly explain: () => Promise<void>;
  readonly tellExplained: () => void;
  readonly logger: Logger;
}

/**
 * Closing the window hides it to the tray, where that is wanted and there is one. Anything that fails on the way means
 * that closing stays what it is: a window must not vanish to where nobody finds it.
 */
export class CloseToTray {
  readonly #options: CloseToTrayOptions;
  #isExplaining = false;

  constructor(options: CloseToTrayOptions) {
    this.#options = options;
  }

  /** Brings the icon in line with what is wanted, at the start and after each change. */
  async follow(): Promise<void> {
    if (this.#options.isWanted()) await this.isReady();
    else this.#options.hideIcon();
  }

  /** Whether a window that is closed now would be found again in the tray. Never rejects. */
  async isReady(): Promise<boolean> {
    const { isWanted, hasTray, showIcon, logger } = this.#options;
    if (!isWanted()) return false;
    try {
      // Asked each time: a panel can go away.
      if (!(await hasTray())) return false;
      await showIcon();
      return isWanted();
    } catch (error) {
      logger.warn('no icon in the tray', { ...describeError(error) });
      return false;
    }
  }

  /** Hides the window; the first time only once the agent knows where to find it. */
  async hide(): Promise<void> {
    const { isExplained, explain, tellExplained, hideWindow } = this.#options;
    if (this.#isExplaining) return;
    if (!isExplained()) {
      this.#isExplaining = true;
      try {
        await explain();
      } finally {
        this.#isExplaining = false;
      }
      tellExplained();
    }
    hideWindow();
  }
}
