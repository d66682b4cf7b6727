import type { Unsubscribe } from '../base/observable';
import { describeError } from './describeError';
import type { Logger } from './logger';

/** As much of Node's `process` as is listened to. */
export interface ErrorSource {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  off(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
}

/**
 * Logs what nobody caught. The app goes on: an agent in the middle of an attendance is worse served by no app at all, and
 * Electron's own dialog would show the error's message, which may hold a customer's words.
 */
export const logUnhandledErrors = (source: ErrorSource, logger: Logger): Unsubscribe => {
  const onException = (error: unknown) => logger.error('an error that nobody caught', { ...describeError(error) });
  const onRejection = (error: unknown) => logger.error('a rejection that nobody caught', { ...describeError(error) });
  source.on('uncaughtException', onException);
  source.on('unhandledRejection', onRejection);
  return () => {
    source.off('uncaughtException', onException);
    source.off('unhandledRejection', onRejection);
  };
};
