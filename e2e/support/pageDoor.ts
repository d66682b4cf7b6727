import type { Desktop } from '../../shared/ipc/desktop';

declare global {
  interface Window {
    /** All that our page has of the machine. */
    readonly desktop: Desktop;
  }
}
