import { describe, expect, it } from 'vitest';
import {
  downloadWaitsFor,
  isOfferedAtFirst,
  isOfferedNext,
  isWorthTaking,
  longestPause,
  mayCheck,
  mayInstall,
  pauseUntilNextCheck,
  shortestPause,
} from './updateDecision';
import type { UpdateFacts } from './updateDecision';

const free: UpdateFacts = { hasAttendances: false, isInQueues: false, isLeaving: false };
const waiting: UpdateFacts = { ...free, isInQueues: true };
const serving: UpdateFacts = { ...waiting, hasAttendances: true };
const leaving: UpdateFacts = { ...free, isLeaving: true };

describe('when to check', () => {
  it('is a random moment of the hour, and not soon after the last', () => {
    expect(pauseUntilNextCheck(0)).toBe(shortestPause);
    expect(pauseUntilNextCheck(0.5)).toBe((shortestPause + longestPause) / 2);
    expect(pauseUntilNextCheck(0.999_999_999)).toBeLessThan(longestPause);
  });

  it('is any time but while the app is being left', () => {
    expect([free, waiting, serving, leaving].map(mayCheck)).toEqual([true, true, true, false]);
  });
});

describe('what is worth taking', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.0.9', '0.1.0', false],
    ['1.0.0', '1.0.0-beta.3', true],
    ['1.0.0-beta.3', '1.0.0', false],
    ['nonsense', '0.1.0', false],
  ])('%s over %s: %s', (offered, current, isTaken) => {
    expect(isWorthTaking(offered, current)).toBe(isTaken);
  });
});

describe('what a download waits for', () => {
  it.each([
    ['a free moment on a free network', free, 'free', false, null],
    ['a network of which nothing is known', free, 'unknown', false, null],
    ['waiting in a queue', waiting, 'free', false, null],
    ['an attendance', serving, 'free', false, 'attendances'],
    ['an attendance, even if the agent asks', serving, 'free', true, 'attendances'],
    ['a metered network', free, 'metered', false, 'metered'],
    ['a metered network that the agent accepts', free, 'metered', true, null],
    ['leaving', leaving, 'free', true, 'leaving'],
  ] as const)('in %s', (_situation, facts, cost, isAskedFor, waitsFor) => {
    expect(downloadWaitsFor(facts, cost, isAskedFor)).toBe(waitsFor);
  });
});

describe('when an update is offered', () => {
  it('is at once between attendances, and never during one or while the app is being left', () => {
    expect([free, waiting, serving, leaving].map(isOfferedAtFirst)).toEqual([true, true, false, false]);
  });

  it.each([
    ['an attendance begins', true, waiting, serving, false],
    ['the last attendance ends', false, serving, waiting, true],
    ['one of several attendances ends', false, serving, serving, false],
    ['the agent leaves the queues after "later"', false, waiting, free, true],
    ['the agent enters a queue after "later"', false, free, waiting, false],
    ['nothing happens after "later"', false, waiting, waiting, false],
    ['nothing happens', true, waiting, waiting, true],
    ['the app is about to be left', true, free, leaving, false],
    ['leaving was refused', false, leaving, free, true],
    ['leaving was refused by an attendance', false, { ...serving, isLeaving: true }, serving, false],
  ] as const)('after %s', (_what, isOffered, before, now, isOfferedThen) => {
    expect(isOfferedNext(isOffered, before, now)).toBe(isOfferedThen);
  });
});

describe('the last look before an installer starts', () => {
  it('lets it start only with nothing in progress and nobody shutting down', () => {
    expect(mayInstall(free, false)).toBe(true);
    expect(mayInstall(serving, false)).toBe(false);
    expect(mayInstall(free, true)).toBe(false);
  });
});
