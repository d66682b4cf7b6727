import { join } from 'node:path';
import { formatLogLine } from './logLine';
import type { LogFields, Logger } from './logger';

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/** SMARTSPACE_LOG_LEVEL; anything but a level counts as not set. */
export const parseLogLevel = (value: string | undefined): LogLevel | undefined =>
  logLevels.find((level) => level === value?.trim().toLowerCase());

export interface FileLoggerOptions {
  /** The profile's folder for logs. */
  readonly folder: string;
  /** Until `setLevel` says otherwise. */
  readonly level: LogLevel;
}

/** The largest log file, in bytes. One older file of the same size is kept beside it. */
const fileLimit = 2 * 1024 * 1024;
/** How many lines wait for `open`. */
const waitingLimit = 500;

interface Line {
  readonly level: LogLevel;
  readonly text: string;
}

/**
 * Writes main.log in the profile. Lines wait in memory until `open`, which comes after the first window, so that
 * starting does not wait for the disk.
 */
export class FileLogger implements Logger {
  readonly #folder: string;
  #level: LogLevel;
  #write: ((line: Line) => void) | undefined;
  #waiting: Line[] = [];

  constructor({ folder, level }: FileLoggerOptions) {
    this.#folder = folder;
    this.#level = level;
  }

  /** The first lines are written before it is known what policies say; those that wait obey, too. */
  setLevel(level: LogLevel): void {
    this.#level = level;
    this.#waiting = this.#waiting.filter((line) => this.#isWanted(line.level));
  }

  debug(message: string, fields?: LogFields): void {
    this.#log('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.#log('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.#log('warn', message, fields);
  }

  error(message: string, fields?: LogFields): void {
    this.#log('error', message, fields);
  }

  /** Opens the file and writes what has waited. */
  async open(): Promise<void> {
    // Its entry for Node: the one for Electron opens an ipc channel of its own that any page could write to.
    const { default: electronLog } = await import('electron-log/node');
    const log = electronLog.create({ logId: 'main' });
    log.transports.console.level = false;
    // This class has chosen already.
    log.transports.file.level = 'debug';
    log.transports.file.maxSize = fileLimit;
    log.transports.file.format = '[{iso}] [{level}] {text}';
    log.transports.file.resolvePathFn = () => join(this.#folder, 'main.log');
    this.#write = (line) => log[line.level](line.text);
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(this.#write);
  }

  #log(level: LogLevel, message: string, fields: LogFields | undefined): void {
    if (!this.#isWanted(level)) return;
    const line: Line = { level, text: formatLogLine(message, fields) };
    if (this.#write !== undefined) this.#write(line);
    else if (this.#waiting.length < waitingLimit) this.#waiting.push(line);
  }

  #isWanted(level: LogLevel): boolean {
    return logLevels.indexOf(level) <= logLevels.indexOf(this.#level);
  }
}
