import type { LogFields } from './logger';
import { scrub } from './scrub';

/** One line of the log: the message and its fields, scrubbed and without line breaks. */
export const formatLogLine = (message: string, fields: LogFields = {}): string =>
  [scrubLine(message), ...Object.entries(fields).map(([name, value]) => `${name}=${formatValue(value)}`)].join(' ');

/** Numbers are counts, times and durations, and would be taken for telephone numbers. */
const formatValue = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? JSON.stringify(scrubLine(value)) : String(value);

const scrubLine = (text: string): string => scrub(text).replaceAll(/[\r\n]+/g, ' ');
