/**
 * Where main writes what happened. Fields hold identifiers, counts, kinds and durations; never a token, a password, a
 * name, an address or a customer's words.
 */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
