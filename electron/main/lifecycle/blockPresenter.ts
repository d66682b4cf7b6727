import type { LeaveBlocked } from '../../../shared/state/leaving';
import type { RendererHealth } from './leaveDecision';

/** How long the renderer has to show the alert before main shows one of its own, in milliseconds. */
export const showingLimit = 2_000;

export type NativeChoice = 'understood' | 'load-anew' | 'leave-anyway';

export interface BlockPresenterOptions {
  readonly rendererHealth: () => RendererHealth;
  /** Brings the window to the front: the alert is of no use behind others. */
  readonly focusWindow: () => void;
  readonly sendToRenderer: (blocked: LeaveBlocked) => void;
  /** Shows the alert as a dialog of the system. */
  readonly showNatively: (blocked: LeaveBlocked) => Promise<NativeChoice>;
  readonly loadAnew: () => void;
  readonly leaveAnyway: () => void;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/**
 * Shows why a way out was refused: in the interface, and where that hangs or is gone, natively, so that the agent is
 * never left with a close button that does nothing.
 */
export class BlockPresenter {
  readonly #options: BlockPresenterOptions;
  #stopWaiting: (() => void) | null = null;
  #isNativeOpen = false;

  constructor(options: BlockPresenterOptions) {
    this.#options = options;
  }

  present(blocked: LeaveBlocked): void {
    const { rendererHealth, focusWindow, sendToRenderer, after } = this.#options;
    focusWindow();
    // Also where the renderer is taken to be hung: it may come back, and then the alert is there.
    sendToRenderer(blocked);
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    if (rendererHealth() !== 'answering') {
      this.#presentNatively(blocked);
      return;
    }
    this.#stopWaiting = after(showingLimit, () => {
      this.#stopWaiting = null;
      this.#presentNatively(blocked);
    });
  }

  /** The renderer has the alert on the screen. */
  tellShown(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }

  #presentNatively(blocked: LeaveBlocked): void {
    if (this.#isNativeOpen) return;
    this.#isNativeOpen = true;
    const done = () => {
      this.#isNativeOpen = false;
    };
    this.#options.showNatively(blocked).then((choice) => {
      done();
      if (choice === 'load-anew') this.#options.loadAnew();
      if (choice === 'leave-anyway') this.#options.leaveAnyway();
    }, done);
  }
}
