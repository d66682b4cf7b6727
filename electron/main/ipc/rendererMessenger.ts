import type { WebContents } from 'electron';
import type { EventChannel, EventPayload } from '../../../shared/ipc/contract';

/** As much of a window's web contents as sending needs. */
export type MessageTarget = Pick<WebContents, 'send' | 'isDestroyed'>;

/**
 * Sends events to one renderer, and keeps them while it is not listening. Every payload is a whole state, so that of
 * each channel only the newest has to wait.
 */
export class RendererMessenger {
  readonly #target: MessageTarget;
  readonly #waiting = new Map<EventChannel, unknown>();
  #isReady = false;

  constructor(target: MessageTarget) {
    this.#target = target;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  send<Channel extends EventChannel>(channel: Channel, payload: EventPayload<Channel>): void {
    if (this.#isReady && !this.#target.isDestroyed()) {
      this.#target.send(channel, payload);
      return;
    }
    this.#waiting.delete(channel);
    this.#waiting.set(channel, payload);
  }

  /** The renderer listens from now on. */
  markReady(): void {
    this.#isReady = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    if (this.#target.isDestroyed()) return;
    for (const [channel, payload] of waiting) this.#target.send(channel, payload);
  }

  /** The page is being loaded anew, or its process is gone. */
  markGone(): void {
    this.#isReady = false;
  }
}
