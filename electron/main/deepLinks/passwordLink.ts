import { assertNever } from '../../../shared/rules/assertNever';
import type { DeepLink } from '../../../shared/rules/deepLink';
import type { PasswordLinkState, ResetLinkRefusal } from '../../../shared/state/passwordLink';
import type { Problem, Result } from '../../../shared/state/problem';
import type { SessionState } from '../../../shared/state/session';

/** A link that sets a password, or was meant to. */
export type ResetLink = Exclude<DeepLink, { kind: 'foreign' }>;

/**
 * The newest link with its token: what `PasswordLinkState` shows without it, and its drawing holds here as well. Beyond
 * the drawing, `waiting` also waits for the word whether somebody is logged in, and `saving` is `open` while the platform
 * is asked; a link that arrives then comes `next`.
 */
export type PasswordLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly link: ResetLink }
  | { readonly kind: 'checking'; readonly token: string }
  | { readonly kind: 'open'; readonly token: string; readonly email: string }
  | { readonly kind: 'saving'; readonly token: string; readonly email: string; readonly next: ResetLink | null }
  | { readonly kind: 'refused'; readonly reason: ResetLinkRefusal }
  | { readonly kind: 'unreachable'; readonly token: string; readonly cause: UnreachableCause };

type UnreachableCause = Extract<PasswordLinkState, { kind: 'unreachable' }>['cause'];

export type PasswordLinkEvent =
  | { readonly kind: 'arrived'; readonly link: ResetLink }
  | { readonly kind: 'session-changed' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'checked'; readonly token: string; readonly answer: Result<{ readonly email: string }> }
  | { readonly kind: 'saving-began' }
  | { readonly kind: 'saving-ended'; readonly answer: Result<unknown> };

/** What the next step depends on. */
export interface Surroundings {
  readonly session: SessionState['kind'];
  /** No attendance is in progress, and nobody is leaving. */
  readonly isFree: boolean;
  readonly spentReason: (token: string) => ResetLinkRefusal | null;
}

export interface Step {
  readonly link: PasswordLink;
  /** A token that is done with. */
  readonly spent: { readonly token: string; readonly reason: ResetLinkRefusal } | null;
}

export const noLink = { kind: 'none' } as const satisfies PasswordLink;

/** Decides what becomes of the newest link. Where an event does not fit, the link stays as it is. */
export const nextLink = (link: PasswordLink, event: PasswordLinkEvent, surroundings: Surroundings): Step => {
  switch (event.kind) {
    case 'arrived':
      return goOn(arrive(link, event.link, surroundings));
    case 'session-changed':
      // A session that has expired is not over: its agent has other things to do than to look at an older link.
      return goOn(
        link.kind === 'waiting' && surroundings.session === 'signed-out' ? begin(link.link, surroundings) : link,
      );
    case 'opened':
      if (link.kind === 'waiting' && canOpen(surroundings)) return goOn(begin(link.link, surroundings));
      return goOn(link.kind === 'unreachable' ? { kind: 'checking', token: link.token } : link);
    case 'dismissed':
      // What was put away without setting a password is as good as before: clicked again, the link opens again.
      return goOn(link.kind === 'saving' ? link : noLink);
    case 'checked':
      return link.kind === 'checking' && link.token === event.token ? judge(link.token, event.answer) : goOn(link);
    case 'saving-began':
      return goOn(link.kind === 'open' ? { ...link, kind: 'saving', next: null } : link);
    case 'saving-ended':
      return link.kind === 'saving' ? finishSaving(link, event.answer, surroundings) : goOn(link);
    default:
      return assertNever(event);
  }
};

/** With a session that has expired there is nothing to disturb, and the new password may be the only way back in. */
const canOpen = ({ session, isFree }: Surroundings): boolean => isFree || session === 'expired';

const goOn = (link: PasswordLink): Step => ({ link, spent: null });

const arrive = (link: PasswordLink, newest: ResetLink, surroundings: Surroundings): PasswordLink => {
  // The same link clicked twice: what has been typed stays.
  if (newest.kind === 'reset-password' && isShown(link, newest.token)) return link;
  if (link.kind === 'saving') return { ...link, next: newest };
  // Somebody who works is told; somebody who looks at a link already, or at a login, gets to see the new one.
  const isAtWork = surroundings.session !== 'signed-out' && surroundings.session !== 'expired';
  const looksAtLink = link.kind !== 'none' && link.kind !== 'waiting';
  return isAtWork && !looksAtLink ? { kind: 'waiting', link: newest } : begin(newest, surroundings);
};

const begin = (link: ResetLink, { spentReason }: Surroundings): PasswordLink => {
  if (link.kind === 'damaged') return { kind: 'refused', reason: 'damaged' };
  const reason = spentReason(link.token);
  return reason === null ? { kind: 'checking', token: link.token } : { kind: 'refused', reason };
};

const judge = (token: string, answer: Result<{ readonly email: string }>): Step => {
  if (answer.ok) return goOn({ kind: 'open', token, email: answer.value.email });
  const { problem } = answer;
  return problem.kind === 'reset-link-refused'
    ? refuse(token, problem.reason)
    : goOn({ kind: 'unreachable', token, cause: causeOf(problem) });
};

const refuse = (token: string, reason: ResetLinkRefusal): Step => ({
  link: { kind: 'refused', reason },
  spent: { token, reason },
});

const finishSaving = (
  { next, ...saving }: Extract<PasswordLink, { kind: 'saving' }>,
  answer: Result<unknown>,
  surroundings: Surroundings,
): Step => {
  const { link, spent } = afterSaving(saving, answer);
  return { link: next === null ? link : arrive(link, next, surroundings), spent };
};

const afterSaving = (saving: { readonly token: string; readonly email: string }, answer: Result<unknown>): Step => {
  if (answer.ok) return { link: noLink, spent: { token: saving.token, reason: 'used' } };
  if (answer.problem.kind === 'reset-link-refused') return refuse(saving.token, answer.problem.reason);
  return goOn({ kind: 'open', token: saving.token, email: saving.email });
};

const isShown = (link: PasswordLink, token: string): boolean =>
  (link.kind === 'checking' || link.kind === 'open' || link.kind === 'saving') && link.token === token;

const causeOf = (problem: Problem): UnreachableCause => {
  switch (problem.kind) {
    case 'no-network':
    case 'certificate-not-trusted':
    case 'platform-down':
    case 'too-many-tries':
      return problem.kind;
    case 'answer-not-understood':
    case 'wrong-password':
    case 'reset-link-refused':
    case 'password-policy':
    case 'microsoft-sign-in':
    case 'account-locked':
    case 'session-ended':
    case 'attendances-in-progress':
    case 'offer-gone':
    case 'at-capacity':
    case 'already-finished':
    case 'refused':
    case 'unexpected':
      return 'other';
    default:
      return assertNever(problem);
  }
};

/** What the renderer gets to know: never a token. */
export const describeLink = (link: PasswordLink, surroundings: Surroundings): PasswordLinkState => {
  switch (link.kind) {
    case 'none':
    case 'checking':
      return { kind: link.kind };
    case 'waiting':
      // Whether there is anybody to be told is known in a moment.
      return surroundings.session === 'starting' ? noLink : { kind: 'waiting', canOpen: canOpen(surroundings) };
    case 'open':
    case 'saving':
      return { kind: 'open', email: link.email };
    case 'refused':
      return { kind: 'refused', reason: link.reason };
    case 'unreachable':
      return { kind: 'unreachable', cause: link.cause };
    default:
      return assertNever(link);
  }
};
