import { join } from 'node:path';
import { formatLogLine } from './logLine';
import type { LogFields, Logger } from './logger';

const levels = ['error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof levels)[number];

/** SMARTSPACE_LOG_LEVEL; anything but a level means `info`. */
export const parseLogLevel = (value: string | undefined): LogLevel =>
  levels.find((level) => level === value?.trim().toLowerCase()) ?? 'info';

export interface FileLoggerOptions {
  /** The profile's folder for logs. */
  readonly folder: string;
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
  readonly #options: FileLoggerOptions;
  #write: ((line: Line) => void) | undefined;
  #waiting: Line[] = [];

  constructor(options: FileLoggerOptions) {
    this.#options = options;
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
    const { folder, level } = this.#options;
    // Its entry for Node: the one for Electron opens an ipc channel of its own that any page could write to.
    const { default: electronLog } = await import('electron-log/node');
    const log = electronLog.create({ logId: 'main' });
    log.transports.console.level = false;
    log.transports.file.level = level;
    log.transports.file.maxSize = fileLimit;
    log.transports.file.format = '[{iso}] [{level}] {text}';
    log.transports.file.resolvePathFn = () => join(folder, 'main.log');
    this.#write = (line) => log[line.level](line.text);
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(this.#write);
  }

  #log(level: LogLevel, message: string, fields: LogFields | undefined): void {
    if (levels.indexOf(level) > levels.indexOf(this.#options.level)) return;
    const line: Line = { level, text: formatLogLine(message, fields) };
    if (this.#write !== undefined) this.#write(line);
    else if (this.#waiting.length < waitingLimit) this.#waiting.push(line);
  }
}
