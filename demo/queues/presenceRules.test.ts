import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absent,
  answerOffer,
  automaticPauseReason,
  logIn,
  logOut,
  missOffer,
  missedOffersLimit,
  pause,
  resume,
  type AgentPresence,
} from './presenceRules';

const lunch = { id: 'lunch', name: 'Almoço', limitSeconds: 3600 };
const rest = { id: 'rest', name: 'Descanso', limitSeconds: null };

const must = (presence: AgentPresence | null): AgentPresence => {
  if (presence === null) throw new Error('refused');
  return presence;
};

describe('time counter', () => {
  it('starts with the first queue and goes on from there with the next', () => {
    const one = logIn(absent, ['a'], 10);
    const two = logIn(one, ['b'], 20);
    expect(two.timer).toEqual({ kind: 'online', since: 10 });
    expect(two.logins['b']).toEqual({ kind: 'logged-in', since: 20 });
  });

  it('stays on-line while one queue is not paused, and starts anew when all are', () => {
    const one = must(pause(logIn(absent, ['a', 'b'], 10), 'a', lunch, 20));
    expect(one.timer).toEqual({ kind: 'online', since: 10 });
    const both = must(pause(one, 'b', rest, 30));
    expect(both.timer).toEqual({ kind: 'paused', since: 30, reasonName: 'Descanso' });
    expect(must(resume(both, 'a', 40)).timer).toEqual({ kind: 'online', since: 40 });
  });

  it('stops when the last queue is left', () => {
    expect(logOut(logIn(absent, ['a'], 10), ['a'], 20).timer).toEqual({ kind: 'off' });
  });

  it('is on-line exactly when some queue is logged in to and not paused, whatever happens', () => {
    const queueId = fc.constantFrom('a', 'b', 'c');
    const step = fc.oneof(
      queueId.map((id) => (presence: AgentPresence, now: number) => logIn(presence, [id], now)),
      queueId.map((id) => (presence: AgentPresence, now: number) => logOut(presence, [id], now)),
      queueId.map((id) => (presence: AgentPresence, now: number) => pause(presence, id, lunch, now) ?? presence),
      queueId.map((id) => (presence: AgentPresence, now: number) => resume(presence, id, now) ?? presence),
      fc.constant((presence: AgentPresence, now: number) => missOffer(presence, now)),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce((presence, change, index) => {
          const next = change(presence, index);
          expect(next.revision).toBeGreaterThanOrEqual(presence.revision);
          return next;
        }, absent);
        const kinds = Object.values(end.logins).map(({ kind }) => kind);
        const expected = kinds.length === 0 ? 'off' : kinds.includes('logged-in') ? 'online' : 'paused';
        expect(end.timer.kind).toBe(expected);
      }),
    );
  });
});

describe('queue logins', () => {
  it('leave what is so already as it is, without a new revision', () => {
    const presence = must(pause(logIn(absent, ['a'], 10), 'a', lunch, 20));
    expect(logIn(presence, ['a'], 30)).toBe(presence);
    expect(pause(presence, 'a', lunch, 30)).toBe(presence);
    expect(logOut(presence, ['b'], 30)).toBe(presence);
  });

  it('can be paused and resumed only while logged in', () => {
    expect(pause(absent, 'a', lunch, 10)).toBeNull();
    expect(resume(absent, 'a', 10)).toBeNull();
  });
});

describe('automatic pause', () => {
  const miss = (presence: AgentPresence, times: number) =>
    Array.from({ length: times }).reduce<AgentPresence>((current) => missOffer(current, 50), presence);

  it('comes with the third offer missed in a row, in every queue the agent works in', () => {
    const presence = must(pause(logIn(absent, ['a', 'b', 'c'], 10), 'c', lunch, 20));
    expect(miss(presence, missedOffersLimit - 1).automaticPause).toBeNull();
    const paused = miss(presence, missedOffersLimit);
    expect(paused.automaticPause).toEqual({ since: 50, missedOffers: missedOffersLimit });
    const automatic = { kind: 'paused', since: 50, reason: automaticPauseReason, startedBy: 'platform' };
    expect(paused.logins).toEqual({ a: automatic, b: automatic, c: presence.logins['c'] });
  });

  it('does not come where an offer was answered in between', () => {
    const presence = logIn(absent, ['a'], 10);
    expect(miss(answerOffer(miss(presence, 2)), 2).automaticPause).toBeNull();
  });

  it('ends when the agent comes back in one queue, or leaves them all', () => {
    const paused = miss(logIn(absent, ['a', 'b'], 10), missedOffersLimit);
    expect(must(resume(paused, 'a', 60))).toMatchObject({ automaticPause: null, missedInARow: 0 });
    expect(logOut(paused, ['a'], 60).automaticPause).not.toBeNull();
    expect(logOut(paused, ['a', 'b'], 60).automaticPause).toBeNull();
  });
});
