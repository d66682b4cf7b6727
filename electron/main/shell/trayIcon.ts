import path from 'node:path';
import { Menu, Tray } from 'electron';
import type { Texts } from './texts';

export interface TrayIconOptions {
  /** The folder with the pictures. */
  readonly resources: string;
  readonly platform: NodeJS.Platform;
  readonly texts: () => Texts;
  readonly onOpen: () => void;
  readonly onQuit: () => void;
}

/** The app's icon in the tray, with its menu. */
export class TrayIcon {
  readonly #options: TrayIconOptions;
  #tray: Tray | null = null;

  constructor(options: TrayIconOptions) {
    this.#options = options;
  }

  show(): void {
    if (this.#tray === null) {
      const { resources, platform, onOpen } = this.#options;
      // macOS colours a template itself, for light and dark menu bars; larger ones (@2x) are found by name.
      const tray = new Tray(path.join(resources, platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'));
      tray.setToolTip('Smartspace');
      // On macOS a click opens the menu.
      if (platform !== 'darwin') tray.on('click', onOpen);
      this.#tray = tray;
    }
    this.translate();
  }

  /** Brings the menu into the language of the moment. */
  translate(): void {
    const { texts, onOpen, onQuit } = this.#options;
    const { openApp, quit } = texts();
    this.#tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: openApp, click: onOpen },
        { type: 'separator' },
        { label: quit, click: onQuit },
      ]),
    );
  }

  hide(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }
}
