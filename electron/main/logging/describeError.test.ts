import { describe, expect, it } from 'vitest';
import { describeError } from './describeError';

describe('describeError', () => {
  it('names the class and the places, and no word of the message', () => {
    const { error, stack } = describeError(new TypeError('Maria da Silva\n    lives at 7'));
    expect(error).toBe('TypeError');
    expect(stack).toMatch(/logging\/describeError\.test\.ts:\d+/);
    expect(stack).not.toMatch(/Maria|electron\/main/);
  });

  it("names no folder of the user's, on any system", () => {
    const error = new Error('x');
    error.stack = [
      'Error: x',
      '    at open (C:\\Users\\Maria Silva\\app\\main\\index.js:10:5)',
      '    at file:///home/maria/app/out/main/boot.js:7:1',
    ].join('\n');
    const { stack } = describeError(error);
    expect(stack).not.toMatch(/maria/i);
    expect(stack).toBe('open main/index.js:10:5 < main/boot.js:7:1');
  });

  it.each([undefined, null, 'Maria', { message: 'Maria' }])('tells nothing of what is no error: %j', (value) => {
    expect(describeError(value)).toEqual({ error: typeof value, stack: '' });
  });
});
