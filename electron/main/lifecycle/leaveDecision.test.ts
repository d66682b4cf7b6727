import { describe, expect, it } from 'vitest';
import { leaveReasonSchema } from '../../../shared/state/leaving';
import type { LeaveReason } from '../../../shared/state/leaving';
import { decideLeave, leaveAnywayAfter } from './leaveDecision';
import type { LeaveFacts, RendererHealth } from './leaveDecision';

const maria = {
  id: 'a1',
  customerName: 'Maria Souza',
  channel: 'whatsapp',
  since: '2026-11-22T12:40:00.000Z',
} as const;

const facts: LeaveFacts = {
  holding: [],
  renderer: 'answering',
  withoutPlatformFor: null,
  mayLeaveAnyway: true,
  isCritical: false,
};

type Verdict = 'allowed' | 'refused' | 'refused, may leave anyway';
type Platform = 'reachable' | 'away for 1:59' | 'away for 2:00';

const awayFor: Record<Platform, number | null> = {
  reachable: null,
  'away for 1:59': leaveAnywayAfter - 1,
  'away for 2:00': leaveAnywayAfter,
};

const verdictOf = (reason: LeaveReason, given: LeaveFacts): Verdict => {
  const decision = decideLeave(reason, given);
  if (decision.kind === 'allow') return 'allowed';
  return decision.canLeaveAnyway ? 'refused, may leave anyway' : 'refused';
};

const healths: readonly RendererHealth[] = ['answering', 'hung', 'dead'];
const platforms: readonly Platform[] = ['reachable', 'away for 1:59', 'away for 2:00'];

/** With an attendance in progress: reason → renderer → platform reachable, away for 1:59, away for 2:00. */
const held: Record<LeaveReason, Record<RendererHealth, readonly [Verdict, Verdict, Verdict]>> = {
  'close-window': {
    answering: ['refused', 'refused', 'refused, may leave anyway'],
    hung: ['refused', 'refused', 'refused, may leave anyway'],
    dead: ['refused', 'refused', 'refused, may leave anyway'],
  },
  quit: {
    answering: ['refused', 'refused', 'refused, may leave anyway'],
    hung: ['refused', 'refused', 'refused, may leave anyway'],
    dead: ['refused', 'refused', 'refused, may leave anyway'],
  },
  'sign-out': {
    answering: ['refused', 'refused', 'refused'],
    hung: ['refused', 'refused', 'refused'],
    dead: ['refused', 'refused', 'refused'],
  },
  reload: {
    answering: ['refused', 'refused', 'refused'],
    hung: ['allowed', 'allowed', 'allowed'],
    dead: ['allowed', 'allowed', 'allowed'],
  },
  'install-update': {
    answering: ['refused', 'refused', 'refused'],
    hung: ['refused', 'refused', 'refused'],
    dead: ['refused', 'refused', 'refused'],
  },
  'session-end': {
    answering: ['refused', 'refused', 'refused'],
    hung: ['refused', 'refused', 'refused'],
    dead: ['refused', 'refused', 'refused'],
  },
};

const rows = leaveReasonSchema.options.flatMap((reason) =>
  healths.flatMap((renderer) =>
    platforms.map((platform, index) => ({ reason, renderer, platform, verdict: held[reason][renderer][index] })),
  ),
);

describe('decideLeave', () => {
  it.each(rows)(
    'with an attendance in progress: $reason, renderer $renderer, platform $platform → $verdict',
    ({ reason, renderer, platform, verdict }) => {
      const given = { ...facts, holding: [maria], renderer, withoutPlatformFor: awayFor[platform] };
      expect(verdictOf(reason, given)).toBe(verdict);
    },
  );

  it.each(rows)(
    'with no attendance: $reason, renderer $renderer, platform $platform → allowed',
    ({ reason, renderer, platform }) => {
      expect(verdictOf(reason, { ...facts, renderer, withoutPlatformFor: awayFor[platform] })).toBe('allowed');
    },
  );

  it('names every attendance that holds', () => {
    const joao = { ...maria, id: 'a2', customerName: 'João Lima' };
    expect(decideLeave('quit', { ...facts, holding: [maria, joao] })).toMatchObject({ holding: [maria, joao] });
  });

  it('never offers to leave anyway where a policy takes that away', () => {
    const given = { ...facts, holding: [maria], withoutPlatformFor: leaveAnywayAfter * 10, mayLeaveAnyway: false };
    expect(verdictOf('quit', given)).toBe('refused');
    expect(verdictOf('close-window', given)).toBe('refused');
  });

  it('never delays a critical shutdown', () => {
    expect(verdictOf('session-end', { ...facts, holding: [maria], isCritical: true })).toBe('allowed');
  });
});
