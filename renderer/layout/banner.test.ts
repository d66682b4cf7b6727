import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../shared/state/connection';
import type { SessionState } from '../../shared/state/session';
import { chooseBanner, rememberOffline, secondsUntil, type BannerFacts } from './banner';

const offline: ConnectionState = { kind: 'offline', since: 0, nextTryAt: 8_000, problem: { kind: 'no-network' } };
const agent = {
  id: 'ana',
  name: 'Ana Souza',
  email: 'ana@empresa.com.br',
  extension: null,
  photo: null,
  permissions: ['attendance' as const],
  maximumAttendances: 5,
  omnichannel: { enabled: true as const },
};
const session = (survivesRestart: boolean): SessionState => ({ kind: 'signed-in', agent, survivesRestart });
const everything: BannerFacts = {
  connection: offline,
  wasOffline: true,
  session: session(false),
  missedOffers: 3,
  wasReloaded: true,
  passwordLink: { kind: 'waiting', canOpen: true },
  isPasswordSaved: true,
  isLoginNoticeDismissed: false,
  update: { kind: 'ready', version: '1.1.0', notes: null, isOffered: true },
};

describe('chooseBanner', () => {
  it('shows one at a time, the most urgent first', () => {
    const situations: readonly BannerFacts[] = [
      everything,
      { ...everything, connection: { kind: 'connecting' } },
      { ...everything, connection: { kind: 'live' } },
      { ...everything, connection: { kind: 'live' }, missedOffers: null },
      { ...everything, connection: { kind: 'live' }, missedOffers: null, wasReloaded: false },
      {
        ...everything,
        connection: { kind: 'live' },
        missedOffers: null,
        wasReloaded: false,
        passwordLink: { kind: 'none' },
      },
      {
        ...everything,
        connection: { kind: 'live' },
        missedOffers: null,
        wasReloaded: false,
        passwordLink: { kind: 'none' },
        isPasswordSaved: false,
      },
      {
        ...everything,
        connection: { kind: 'live' },
        missedOffers: null,
        passwordLink: { kind: 'none' },
        isPasswordSaved: false,
        isLoginNoticeDismissed: true,
        wasReloaded: false,
      },
    ];
    expect(situations.map((facts) => chooseBanner(facts)?.kind)).toEqual([
      'offline',
      'reconnecting',
      'automatic-pause',
      'page-reloaded',
      'password-link',
      'password-saved',
      'login-not-kept',
      'update-ready',
    ]);
  });

  const quiet: BannerFacts = {
    ...everything,
    connection: { kind: 'live' },
    wasOffline: false,
    missedOffers: null,
    wasReloaded: false,
    passwordLink: { kind: 'none' },
    isPasswordSaved: false,
    update: { kind: 'idle', checkedAt: null },
  };

  it('is silent about the first connection after a log-in', () => {
    expect(chooseBanner({ ...quiet, connection: { kind: 'connecting' }, session: session(true) })).toBeNull();
  });

  it('does not repeat a dismissed notice, and gives none where the login is kept', () => {
    expect(chooseBanner({ ...quiet, isLoginNoticeDismissed: true })).toBeNull();
    expect(chooseBanner({ ...quiet, session: session(true) })).toBeNull();
  });
});

describe('an update', () => {
  it.each([
    [{ kind: 'ready', version: '1.1.0', notes: 'Novo.', isOffered: false }],
    [{ kind: 'downloading', version: '1.1.0', percent: 40 }],
    [{ kind: 'failed', failure: 'disk-full' }],
    [{ kind: 'disabled', reason: 'managed' }],
  ] as const)('is not spoken of above the content while it is not offered: $kind', (update) => {
    const live: BannerFacts = { ...everything, connection: { kind: 'live' }, missedOffers: null };
    const facts = {
      ...live,
      passwordLink: { kind: 'none' } as const,
      isPasswordSaved: false,
      wasReloaded: false,
      update,
    };
    expect(chooseBanner({ ...facts, isLoginNoticeDismissed: true })).toBeNull();
  });
});

describe('a link to set a password', () => {
  it('is told of only while it waits, with whether it can be opened', () => {
    const live: BannerFacts = { ...everything, connection: { kind: 'live' }, missedOffers: null, wasReloaded: false };
    expect(chooseBanner({ ...live, passwordLink: { kind: 'waiting', canOpen: false } })).toEqual({
      kind: 'password-link',
      canOpen: false,
    });
    expect(chooseBanner({ ...live, passwordLink: { kind: 'checking' } })?.kind).toBe('password-saved');
  });
});

describe('rememberOffline', () => {
  it('holds from the loss of the line until it is live again', () => {
    const states: ConnectionState[] = [{ kind: 'connecting' }, offline, { kind: 'connecting' }, { kind: 'live' }];
    let wasOffline = false;
    const remembered = states.map((state) => (wasOffline = rememberOffline(wasOffline, state)));
    expect(remembered).toEqual([false, true, true, false]);
  });
});

describe('secondsUntil', () => {
  it('rounds up and never says zero', () => {
    expect(secondsUntil(8_000, 500)).toBe(8);
    expect(secondsUntil(8_000, 7_999)).toBe(1);
    expect(secondsUntil(8_000, 9_000)).toBe(1);
  });
});
