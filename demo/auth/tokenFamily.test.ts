import { describe, expect, it } from 'vitest';
import { decideRefresh, endFamily, rotateFamily, startFamily } from './tokenFamily';

const family = rotateFamily(startFamily('first', 100), 'second', 200);

describe('token family', () => {
  it('rotates for the current token only', () => {
    expect(decideRefresh(family, 'second', 150)).toEqual({ kind: 'rotate' });
    expect(decideRefresh(family, 'first', 150)).toEqual({ kind: 'refuse', reason: 'reused' });
  });

  it('refuses when its time is over', () => {
    expect(decideRefresh(family, 'second', 199)).toEqual({ kind: 'rotate' });
    expect(decideRefresh(family, 'second', 200)).toEqual({ kind: 'refuse', reason: 'expired' });
  });

  it('goes on saying why it ended first', () => {
    const ended = endFamily(endFamily(family, 'replaced'), 'revoked');
    expect(decideRefresh(ended, 'second', 150)).toEqual({ kind: 'refuse', reason: 'replaced' });
    expect(decideRefresh(ended, 'first', 150)).toEqual({ kind: 'refuse', reason: 'replaced' });
  });
});
