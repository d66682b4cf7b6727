import { describe, expect, it } from 'vitest';
import { distribute, repeatOfferAfter, type Candidate } from './distributionRules';

const candidate = (agentId: string, change: Partial<Candidate> = {}): Candidate => ({
  agentId,
  load: 0,
  maximum: 3,
  lastOfferAt: 0,
  declinedAt: null,
  ...change,
});

describe('distribute', () => {
  it.each([
    ['nobody, where nobody is there', [], { kind: 'nobody' }],
    ['nobody, where everybody is full', [candidate('ana', { load: 3 })], { kind: 'nobody' }],
    [
      'whoever has fewest in progress',
      [candidate('ana', { load: 2 }), candidate('bia', { load: 1 })],
      { kind: 'offer', agentId: 'bia' },
    ],
    [
      'among equals, whoever was offered something longest ago',
      [candidate('ana', { lastOfferAt: 20 }), candidate('bia', { lastOfferAt: 10 })],
      { kind: 'offer', agentId: 'bia' },
    ],
    [
      'somebody who has not declined it, busier as they may be',
      [candidate('ana', { declinedAt: 0 }), candidate('bia', { load: 2 })],
      { kind: 'offer', agentId: 'bia' },
    ],
    [
      'the only one there again, but not at once',
      [candidate('ana', { declinedAt: 99_000 })],
      { kind: 'wait', until: 99_000 + repeatOfferAfter },
    ],
    [
      'where all have declined, whoever did so longest ago',
      [candidate('ana', { declinedAt: 90_000 }), candidate('bia', { declinedAt: 80_000 })],
      { kind: 'offer', agentId: 'bia' },
    ],
  ])('offers to %s', (_, candidates, expected) => {
    expect(distribute(candidates, 100_000)).toEqual(expected);
  });
});
