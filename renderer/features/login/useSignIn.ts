import { useState } from 'react';
import type { Credentials } from '../../../shared/platform/auth';
import type { Problem } from '../../../shared/state/problem';
import { appDesktop } from '../../desktop/appDesktop';
import { problemFromError } from '../../desktop/problemFromError';

/*
 *     idle ──► busy ──► entered: the session's change takes this form off the screen
 *      ▲        │
 *      │        ▼
 *      └───── refused
 */
type SignInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'entered' }
  | { readonly kind: 'refused'; readonly problem: Problem };

interface SignIn {
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Resolves with whether it worked. Does nothing while one is under way. */
  readonly signIn: (credentials: Credentials) => Promise<boolean>;
}

/** Signs in, one try at a time. */
export const useSignIn = (): SignIn => {
  const [state, setState] = useState<SignInState>({ kind: 'idle' });
  const isBusy = state.kind === 'busy' || state.kind === 'entered';

  const signIn = async (credentials: Credentials): Promise<boolean> => {
    if (isBusy) return false;
    setState({ kind: 'busy' });
    try {
      const result = await appDesktop.signIn(credentials);
      setState(result.ok ? { kind: 'entered' } : { kind: 'refused', problem: result.problem });
      return result.ok;
    } catch (error) {
      reportError(error);
      setState({ kind: 'refused', problem: problemFromError(error) });
      return false;
    }
  };

  return { isBusy, problem: state.kind === 'refused' ? state.problem : null, signIn };
};
