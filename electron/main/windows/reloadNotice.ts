import type { BrowserWindow } from 'electron';

/** Whether the agent is still to be told that the page was loaded anew without being asked. Told once. */
export class ReloadNotice {
  #isDue = false;

  /** @param isWorking whether there was work on the page that died */
  watch(window: BrowserWindow, isWorking: () => boolean): void {
    window.webContents.on('render-process-gone', () => {
      this.#isDue = isWorking();
    });
  }

  /** Whether to tell it now; from then on it is told. */
  take(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }
}
