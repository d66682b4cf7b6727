import type { SessionState } from '../../../shared/state/session';

/** What main answers when a password is saved: the agent is in, has to log in with it, or somebody else is logged in. */
export type SavedAnswer = 'signed-in' | 'login' | 'saved';

/** A password that was set, for as long as it is worth telling. */
export interface SavedPassword {
  readonly answer: SavedAnswer;
  /** Whose password it is. */
  readonly email: string;
}

/**
 * Whether to go on telling that a password was set. To be logged in with, it is told until somebody is logged in; set
 * beside somebody's work, until that work ends.
 */
export const isStillTold = ({ answer }: SavedPassword, session: SessionState): boolean => {
  if (answer === 'login') return session.kind !== 'signed-in';
  return answer === 'saved' && session.kind !== 'signed-out';
};
