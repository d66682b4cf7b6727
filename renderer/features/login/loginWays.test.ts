import { describe, expect, it } from 'vitest';
import { loginWays } from './loginWays';

const all = ['password', 'microsoft'] as const;

describe('the ways in', () => {
  it('offer the password while nothing is known, so that nobody waits to type it', () => {
    expect(loginWays(null, all)).toMatchObject({ password: true, microsoft: false, isNotAllowedHere: false });
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
    expect(loginWays(options, all)).toMatchObject({
      ...offered,
      isSelfManaged: options.selfManaged,
      isNotAllowedHere: false,
    });
  });

  it('are only those that a policy allows, from the beginning', () => {
    const both = { password: true, microsoft: true, selfManaged: false };
    expect(loginWays(null, ['microsoft'])).toMatchObject({ password: false, microsoft: true });
    expect(loginWays(both, ['microsoft'])).toMatchObject({ password: false, microsoft: true });
    expect(loginWays(both, ['password'])).toMatchObject({ password: true, microsoft: false });
  });

  it.each([
    [{ password: true, microsoft: false, selfManaged: false }, 'microsoft'],
    [{ password: false, microsoft: true, selfManaged: true }, 'password'],
    [{ password: false, microsoft: false, selfManaged: false }, 'microsoft'],
  ] as const)('may come to none on this computer, which is said: %o with %s alone', (options, method) => {
    expect(loginWays(options, [method])).toMatchObject({ password: false, microsoft: false, isNotAllowedHere: true });
  });
});
