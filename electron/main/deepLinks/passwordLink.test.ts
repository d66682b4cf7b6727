import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordLinkStateSchema } from '../../../shared/state/passwordLink';
import { fail, succeed } from '../../../shared/state/problem';
import { describeLink, nextLink, noLink } from './passwordLink';
import type { PasswordLink, PasswordLinkEvent, ResetLink, Surroundings } from './passwordLink';

const first: ResetLink = { kind: 'reset-password', token: 'first-token-0123456' };
const second: ResetLink = { kind: 'reset-password', token: 'second-token-012345' };
const damaged: ResetLink = { kind: 'damaged' };
const email = 'ana@boreal.example';

const atLogin: Surroundings = { session: 'signed-out', isFree: true, spentReason: () => null };
const atWork: Surroundings = { ...atLogin, session: 'signed-in' };
const inAttendance: Surroundings = { ...atWork, isFree: false };
const expired: Surroundings = { ...inAttendance, session: 'expired' };
const starting: Surroundings = { ...atLogin, session: 'starting' };

const checking: PasswordLink = { kind: 'checking', token: first.token };
const open: PasswordLink = { kind: 'open', token: first.token, email };
const saving: PasswordLink = { kind: 'saving', token: first.token, email, next: null };
const refused: PasswordLink = { kind: 'refused', reason: 'expired' };
const unreachable: PasswordLink = { kind: 'unreachable', token: first.token, cause: 'no-network' };
const waiting: PasswordLink = { kind: 'waiting', link: first };
const every = [noLink, waiting, checking, open, saving, refused, unreachable];

const after = (link: PasswordLink, event: PasswordLinkEvent, surroundings = atLogin): PasswordLink =>
  nextLink(link, event, surroundings).link;
const arrived = (link: ResetLink): PasswordLinkEvent => ({ kind: 'arrived', link });

describe('a link that arrives', () => {
  it.each([
    ['at the login', atLogin],
    ['over a session that has expired, in the middle of an attendance', expired],
  ])('is checked at once %s', (_where, surroundings) => {
    expect(after(noLink, arrived(first), surroundings)).toEqual(checking);
  });

  it.each([
    ['while somebody is logged in', atWork],
    ['in the middle of an attendance', inAttendance],
    ['while a stored login is waiting for the network', { ...atWork, session: 'resuming' }],
    ['before it is known whether somebody is logged in', starting],
  ] as const)('waits %s', (_when, surroundings) => {
    expect(after(noLink, arrived(first), surroundings)).toEqual(waiting);
    expect(after(noLink, arrived(damaged), surroundings)).toEqual({ kind: 'waiting', link: damaged });
  });

  it('takes the place of an older one, whatever became of that', () => {
    for (const link of every.filter(({ kind }) => kind !== 'saving')) {
      expect(after(link, arrived(second))).toEqual({ kind: 'checking', token: second.token });
    }
  });

  it('is shown where an older one is being looked at, also to somebody at work', () => {
    for (const link of [checking, open, refused, unreachable]) {
      expect(after(link, arrived(second), atWork)).toEqual({ kind: 'checking', token: second.token });
    }
    expect(after(waiting, arrived(second), atWork)).toEqual({ kind: 'waiting', link: second });
  });

  it('leaves a form as it is when it is the same link again', () => {
    for (const link of [checking, open, saving]) expect(after(link, arrived(first))).toBe(link);
    expect(after(unreachable, arrived(first))).toEqual(checking);
  });

  it('comes after a password that is being saved', () => {
    const busy = after(saving, arrived(second));
    expect(busy).toEqual({ ...saving, next: second });
    const ended: PasswordLinkEvent = { kind: 'saving-ended', answer: succeed('signed-in') };
    expect(after(busy, ended, atWork)).toEqual({ kind: 'waiting', link: second });
    expect(after(busy, ended, atLogin)).toEqual({ kind: 'checking', token: second.token });
    expect(after(busy, { ...ended, answer: fail({ kind: 'no-network' }) })).toEqual({
      kind: 'checking',
      token: second.token,
    });
  });

  it('is told to be damaged without asking the platform', () => {
    expect(after(noLink, arrived(damaged))).toEqual({ kind: 'refused', reason: 'damaged' });
  });

  it('is not opened again once it is done with', () => {
    const spentReason = (token: string) => (token === first.token ? ('used' as const) : null);
    expect(after(noLink, arrived(first), { ...atLogin, spentReason })).toEqual({ kind: 'refused', reason: 'used' });
    expect(after(noLink, arrived(second), { ...atLogin, spentReason })).toMatchObject({ kind: 'checking' });
  });
});

describe('a link that waits', () => {
  it('is opened by the agent, unless attendances are in progress', () => {
    expect(after(waiting, { kind: 'opened' }, atWork)).toEqual(checking);
    expect(after(waiting, { kind: 'opened' }, inAttendance)).toBe(waiting);
    expect(after({ kind: 'waiting', link: damaged }, { kind: 'opened' }, atWork)).toEqual({
      kind: 'refused',
      reason: 'damaged',
    });
  });

  it('opens by itself once nobody is logged in, but not over a session that has expired', () => {
    expect(after(waiting, { kind: 'session-changed' }, atLogin)).toEqual(checking);
    expect(after(waiting, { kind: 'session-changed' }, expired)).toBe(waiting);
    // It may be the only way back in, so both a click and the link itself open it then.
    expect(after(waiting, { kind: 'opened' }, expired)).toEqual(checking);
    expect(after(waiting, arrived(first), expired)).toEqual(checking);
  });

  it('is shown with whether it can be opened', () => {
    expect(describeLink(waiting, atWork)).toEqual({ kind: 'waiting', canOpen: true });
    expect(describeLink(waiting, inAttendance)).toEqual({ kind: 'waiting', canOpen: false });
    expect(describeLink(waiting, expired)).toEqual({ kind: 'waiting', canOpen: true });
    expect(describeLink(waiting, starting)).toEqual({ kind: 'none' });
  });
});

describe('the check', () => {
  it('opens the form, tells why it can not, or waits for the network', () => {
    const checked = (answer: Extract<PasswordLinkEvent, { kind: 'checked' }>['answer']) =>
      nextLink(checking, { kind: 'checked', token: first.token, answer }, atLogin);
    expect(checked(succeed({ email }))).toEqual({ link: open, spent: null });
    expect(checked(fail({ kind: 'reset-link-refused', reason: 'expired' }))).toEqual({
      link: refused,
      spent: { token: first.token, reason: 'expired' },
    });
    expect(checked(fail({ kind: 'no-network' }))).toEqual({ link: unreachable, spent: null });
    expect(checked(fail({ kind: 'unexpected', incident: '1' })).link).toMatchObject({ cause: 'other' });
  });

  it('says nothing about another link', () => {
    const event: PasswordLinkEvent = { kind: 'checked', token: second.token, answer: succeed({ email }) };
    for (const link of every) expect(after(link, event)).toBe(link);
  });

  it('is done again on request', () => {
    expect(after(unreachable, { kind: 'opened' })).toEqual(checking);
  });
});

describe('saving', () => {
  it('spends the token, unless the platform could not be asked', () => {
    const ended = (answer: Extract<PasswordLinkEvent, { kind: 'saving-ended' }>['answer']) =>
      nextLink(saving, { kind: 'saving-ended', answer }, atLogin);
    expect(after(open, { kind: 'saving-began' })).toEqual(saving);
    expect(ended(succeed('login'))).toEqual({ link: noLink, spent: { token: first.token, reason: 'used' } });
    expect(ended(fail({ kind: 'no-network' }))).toEqual({ link: open, spent: null });
    expect(ended(fail({ kind: 'password-policy', unmet: ['length'] }))).toEqual({ link: open, spent: null });
    expect(ended(fail({ kind: 'reset-link-refused', reason: 'expired' }))).toEqual({
      link: refused,
      spent: { token: first.token, reason: 'expired' },
    });
  });

  it('is not given up', () => {
    expect(after(saving, { kind: 'dismissed' })).toBe(saving);
  });
});

it('spends no token by putting the form or the notice away', () => {
  for (const link of [open, waiting, checking, unreachable, refused]) {
    expect(nextLink(link, { kind: 'dismissed' }, atLogin)).toEqual({ link: noLink, spent: null });
  }
});

describe('whatever happens', () => {
  const answers = fc.constantFrom(
    succeed({ email }),
    fail({ kind: 'no-network' }),
    fail({ kind: 'reset-link-refused', reason: 'used' }),
    fail({ kind: 'wrong-password' }),
  );
  const links = fc.constantFrom<ResetLink>(first, second, damaged);
  const events = fc.oneof(
    links.map(arrived),
    fc.constantFrom<PasswordLinkEvent>(
      { kind: 'session-changed' },
      { kind: 'opened' },
      { kind: 'dismissed' },
      { kind: 'saving-began' },
    ),
    fc
      .tuple(fc.constantFrom(first.token, second.token), answers)
      .map(([token, answer]): PasswordLinkEvent => ({ kind: 'checked', token, answer })),
    answers.map((answer): PasswordLinkEvent => ({ kind: 'saving-ended', answer })),
  );
  const surroundings = fc.constantFrom(atLogin, atWork, inAttendance, expired, starting);

  it('the renderer never gets to know a token', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, surroundings), { maxLength: 40 }), (steps) => {
        let link: PasswordLink = noLink;
        for (const [event, around] of steps) {
          link = after(link, event, around);
          const shown = describeLink(link, around);
          expect(passwordLinkStateSchema.parse(shown)).toEqual(shown);
          expect(JSON.stringify(shown)).not.toContain('token');
        }
      }),
    );
  });

  it('nothing comes up in the middle of an attendance that was not there before', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (all) => {
        let link: PasswordLink = noLink;
        for (const event of all) link = after(link, event, inAttendance);
        expect(['none', 'waiting']).toContain(link.kind);
      }),
    );
  });
});
