import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SpentTokens } from './spentTokens';

describe('SpentTokens', () => {
  it('knows why a token no longer works', () => {
    const spent = new SpentTokens();
    spent.add('0123456789abcdef', 'used');
    spent.add('fedcba9876543210', 'expired');
    expect(spent.reasonOf('0123456789abcdef')).toBe('used');
    expect(spent.reasonOf('fedcba9876543210')).toBe('expired');
    expect(spent.reasonOf('another')).toBeNull();
  });

  it('forgets the oldest of very many', () => {
    const spent = new SpentTokens();
    for (let count = 0; count < 1001; count += 1) spent.add(`token-${count}`, 'unknown');
    expect(spent.reasonOf('token-0')).toBeNull();
    expect(spent.reasonOf('token-1')).toBe('unknown');
    expect(spent.reasonOf('token-1000')).toBe('unknown');
  });

  it('shows no token to whoever looks into it', () => {
    const spent = new SpentTokens();
    spent.add('0123456789abcdef', 'used');
    expect(inspect(spent, { depth: 5, showHidden: true })).not.toContain('0123456789abcdef');
  });
});
