import type { PasswordLinkState } from '../../../shared/state/passwordLink';

/** A link that has a screen. One that waits has a notice only. */
export type ShownLink = Exclude<PasswordLinkState, { kind: 'none' } | { kind: 'waiting' }>;

export const isShown = (link: PasswordLinkState): link is ShownLink => link.kind !== 'none' && link.kind !== 'waiting';
