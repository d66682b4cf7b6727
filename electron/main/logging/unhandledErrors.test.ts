import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { MemoryLogger } from './memoryLogger';
import { logUnhandledErrors } from './unhandledErrors';

it('logs what nobody caught by its class, without its message, until told to stop', () => {
  const source = new EventEmitter();
  const logger = new MemoryLogger();
  const stop = logUnhandledErrors(source, logger);
  source.emit('uncaughtException', new RangeError('Maria da Silva'));
  source.emit('unhandledRejection', 'Maria da Silva');
  expect(logger.lines).toHaveLength(2);
  expect(logger.lines[0]).toContain('error="RangeError"');
  expect(logger.lines.join()).not.toContain('Maria');
  stop();
  expect(source.listenerCount('uncaughtException') + source.listenerCount('unhandledRejection')).toBe(0);
});
