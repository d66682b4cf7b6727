import { describe, expect, it } from 'vitest';
import { leaveFacts } from './leaveFacts';

const sources = {
  holding: [],
  renderer: 'answering',
  reachability: { kind: 'reachable' },
  session: 'signed-in',
  sessionSince: 100,
  now: 1_000,
  mayLeaveAnyway: true,
} as const;

describe('leaveFacts', () => {
  it.each([true, false])('passes on what policies say of leaving anyway: %j', (mayLeaveAnyway) => {
    expect(leaveFacts({ ...sources, mayLeaveAnyway }).mayLeaveAnyway).toBe(mayLeaveAnyway);
  });

  it('counts no time while the platform is there and takes the session', () => {
    expect(leaveFacts(sources).withoutPlatformFor).toBeNull();
  });

  it('counts from when the platform went out of reach', () => {
    const facts = leaveFacts({ ...sources, reachability: { kind: 'unreachable', since: 400 } });
    expect(facts.withoutPlatformFor).toBe(600);
  });

  it('counts a session that the platform no longer takes', () => {
    expect(leaveFacts({ ...sources, session: 'expired' }).withoutPlatformFor).toBe(900);
  });

  it('counts from the earlier of the two', () => {
    const both = { ...sources, session: 'expired', reachability: { kind: 'unreachable', since: 40 } } as const;
    expect(leaveFacts(both).withoutPlatformFor).toBe(960);
  });

  it('never counts backwards when the clock was set back', () => {
    const facts = leaveFacts({ ...sources, reachability: { kind: 'unreachable', since: 5_000 } });
    expect(facts.withoutPlatformFor).toBe(0);
  });
});
