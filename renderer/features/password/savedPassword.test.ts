import { describe, expect, it } from 'vitest';
import { ana } from '../../testing/fakeDesktop';
import { isStillTold, type SavedAnswer } from './savedPassword';

const signedOut = { kind: 'signed-out', reason: null } as const;
const signedIn = { kind: 'signed-in', agent: ana, survivesRestart: true } as const;
const expired = { kind: 'expired', agent: ana, reason: 'revoked' } as const;

describe('a password that was set', () => {
  it.each([
    ['login', [true, false, true]],
    ['saved', [false, true, true]],
    ['signed-in', [false, false, false]],
  ] as const)('is told while that is of use: %s', (answer: SavedAnswer, told) => {
    const saved = { answer, email: ana.email };
    expect([signedOut, signedIn, expired].map((session) => isStillTold(saved, session))).toEqual(told);
  });
});
