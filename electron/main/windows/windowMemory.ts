import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../base/clock';
import { replaceFile, replaceFileAtOnce } from '../base/replaceFile';
import { describeError } from '../logging/describeError';
import type { Logger } from '../logging/logger';
import type { Rectangle } from './windowBounds';
import { layoutOf, parsePlaces, placesText, rememberPlace } from './windowPlaces';
import type { Screen, WindowPlace } from './windowPlaces';

const fileName = 'window.json';

/** How long a window has to stand still before where it is gets written, in milliseconds. */
const restTime = 500;

/** Where the window was. Synchronous: it opens there. */
export const readWindowPlaces = (folder: string): readonly WindowPlace[] => {
  try {
    return parsePlaces(readFileSync(path.join(folder, fileName), 'utf8'));
  } catch {
    // No file, or none to be read: the window opens as it does for the first time.
    return [];
  }
};

export interface RememberedWindow {
  getNormalBounds(): Rectangle;
  isMaximized(): boolean;
  isDestroyed(): boolean;
  on(event: 'move' | 'resize' | 'maximize' | 'unmaximize', listener: () => void): unknown;
}

export interface WindowMemoryOptions {
  /** The profile folder. */
  readonly folder: string;
  readonly window: RememberedWindow;
  readonly screens: () => readonly Screen[];
  readonly clock: Pick<Clock, 'schedule'>;
  readonly logger: Logger;
}

/** Writes where the window is, each time it has come to rest, and at leaving. */
export class WindowMemory {
  readonly #options: WindowMemoryOptions;
  #places: readonly WindowPlace[];
  #written: string;
  #callOff: (() => void) | null = null;
  /** One write after the other: an older one must not come last. */
  #writing: Promise<void> = Promise.resolve();

  constructor(options: WindowMemoryOptions) {
    this.#options = options;
    this.#places = readWindowPlaces(options.folder);
    this.#written = placesText(this.#places);
    const changed = () => {
      this.#callOff?.();
      this.#callOff = options.clock.schedule(restTime, () => void this.flush());
    };
    for (const event of ['move', 'resize', 'maximize', 'unmaximize'] as const) options.window.on(event, changed);
  }

  /** Resolves once the file says where the window is now, or could not be written. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const text = this.#look();
      if (text === this.#written) return;
      try {
        await replaceFile(this.#file, text);
        this.#written = text;
      } catch (error) {
        this.#options.logger.warn('where the window is could not be written', { ...describeError(error) });
      }
    });
    return this.#writing;
  }

  /** The same before it returns. */
  flushAtOnce(): void {
    const text = this.#look();
    if (text === this.#written) return;
    replaceFileAtOnce(this.#file, text);
    this.#written = text;
  }

  get #file(): string {
    return path.join(this.#options.folder, fileName);
  }

  #look(): string {
    this.#callOff?.();
    this.#callOff = null;
    const { window, screens } = this.#options;
    if (!window.isDestroyed()) {
      const { x, y, width, height } = window.getNormalBounds();
      this.#places = rememberPlace(this.#places, {
        layout: layoutOf(screens()),
        bounds: { x, y, width, height },
        isMaximised: window.isMaximized(),
      });
    }
    return placesText(this.#places);
  }
}
