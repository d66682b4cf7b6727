import type { UpdateChannel, UpdateFailure } from '../../../shared/state/update';

/** A version that the feed has for this computer. */
export interface FoundUpdate {
  readonly version: string;
  /** As published: from outside, in whatever form. */
  readonly releaseNotes: unknown;
}

/** What went wrong, in our own words; `code` is the library's or the system's, for the log. */
export class UpdateError extends Error {
  override readonly name = 'UpdateError';

  constructor(
    readonly failure: UpdateFailure,
    readonly code: string,
  ) {
    super(`${failure} (${code})`);
  }
}

/** The updating library, as much of it as the app uses. Everything it throws is an UpdateError. */
export interface UpdateDriver {
  /** Asks the feed. Null: nothing newer, or not for this computer yet. */
  check(): Promise<FoundUpdate | null>;
  /**
   * Downloads what the last check found, and verifies it.
   *
   * @param onProgress told how much is there, from 0 to 100
   * @param signal gives the download up
   */
  download(onProgress: (percent: number) => void, signal: AbortSignal): Promise<void>;
  /**
   * Starts the installer of what was downloaded, which ends this app. On most systems the files are replaced before
   * that: whoever calls this has asked everybody.
   *
   * @returns false if nothing was installed; the app then goes on as it was
   */
  install(): boolean;
}

/** Which versions a driver asks for. */
export type DriverChannel = Exclude<UpdateChannel, 'off'>;
