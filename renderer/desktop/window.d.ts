import type { Desktop } from '../../shared/ipc/desktop';

declare global {
  interface Window {
    /** Put there by the preload. Only files in this folder touch it. */
    readonly desktop: Desktop;
  }
}
