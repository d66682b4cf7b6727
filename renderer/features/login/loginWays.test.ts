import { describe, expect, it } from 'vitest';
import { loginWays } from './loginWays';

describe('the ways in', () => {
  it('offer the password while nothing is known, so that nobody waits to type it', () => {
    expect(loginWays(null)).toEqual({ password: true, microsoft: false, isSelfManaged: false });
  });

  it.each([
    [
      { password: true, microsoft: false, selfManaged: false },
      { password: true, microsoft: false },
    ],
    [
      { password: true, microsoft: true, selfManaged: false },
      { password: true, microsoft: true },
    ],
    [
      { password: false, microsoft: true, selfManaged: false },
      { password: false, microsoft: true },
    ],
    [
      { password: false, microsoft: true, selfManaged: true },
      { password: false, microsoft: true },
    ],
    // A group that keeps its own passwords has none here, whatever else the platform says.
    [
      { password: true, microsoft: true, selfManaged: true },
      { password: false, microsoft: true },
    ],
    // No way at all: trying the password at least brings an answer.
    [
      { password: false, microsoft: false, selfManaged: false },
      { password: true, microsoft: false },
    ],
  ])('are those that the platform names: %o', (options, offered) => {
    expect(loginWays(options)).toMatchObject({ ...offered, isSelfManaged: options.selfManaged });
  });
});
