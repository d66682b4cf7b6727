import { formatLogLine } from './logLine';
import type { LogFields, Logger } from './logger';

/** For tests: keeps its lines, as the file would hold them, after their level. */
export class MemoryLogger implements Logger {
  readonly lines: string[] = [];

  debug(message: string, fields?: LogFields): void {
    this.lines.push(`debug ${formatLogLine(message, fields)}`);
  }

  info(message: string, fields?: LogFields): void {
    this.lines.push(`info ${formatLogLine(message, fields)}`);
  }

  warn(message: string, fields?: LogFields): void {
    this.lines.push(`warn ${formatLogLine(message, fields)}`);
  }

  error(message: string, fields?: LogFields): void {
    this.lines.push(`error ${formatLogLine(message, fields)}`);
  }
}
