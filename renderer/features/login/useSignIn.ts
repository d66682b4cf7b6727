import { useRef, useState } from 'react';
import type { Credentials } from '../../../shared/platform/auth';
import { microsoftPlaceBy } from '../../../shared/state/loginRules';
import type { MicrosoftPlace } from '../../../shared/state/microsoft';
import type { Problem, Result } from '../../../shared/state/problem';
import { appDesktop } from '../../desktop/appDesktop';
import { useAppStore } from '../../desktop/appStore';
import { problemFromError } from '../../desktop/problemFromError';

/*
 *     idle ──► busy | with-microsoft ──► entered: the session's change takes this form off the screen
 *      ▲            │        │
 *      │            ▼        │ cancelled
 *      └───────── refused    │
 *      └─────────────────────┘
 */
type SignInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'with-microsoft'; readonly place: MicrosoftPlace }
  | { readonly kind: 'entered' }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface SignIn {
  readonly isBusy: boolean;
  /** Where the agent is signing in with Microsoft just now. */
  readonly microsoftPlace: MicrosoftPlace | null;
  readonly problem: Problem | null;
  /** Resolves with whether it worked. Does nothing while one is under way. */
  readonly signIn: (credentials: Credentials) => Promise<boolean>;
  /** Without a place: where the settings say. In another place than the one under way, it takes that one's place. */
  readonly signInWithMicrosoft: (email: string, place?: MicrosoftPlace) => Promise<void>;
  readonly cancelMicrosoft: () => void;
}

/** Signs in, one try at a time. */
export const useSignIn = (): SignIn => {
  const rules = useAppStore((state) => state.loginRules);
  const usualPlace = useAppStore((state) => microsoftPlaceBy(rules, state.settings?.microsoftPlace ?? 'popup'));
  const [state, setState] = useState<SignInState>({ kind: 'idle' });
  const currentTry = useRef(0);
  const isBusy = state.kind === 'busy' || state.kind === 'entered';

  const run = async (begun: SignInState, ask: () => Promise<Result<'cancelled' | 'signed-in'>>): Promise<boolean> => {
    currentTry.current += 1;
    const thisTry = currentTry.current;
    const settle = (next: SignInState) => {
      // Another try may have taken its place.
      if (thisTry === currentTry.current) setState(next);
    };
    setState(begun);
    try {
      const result = await ask();
      if (!result.ok) settle({ kind: 'refused', problem: result.problem });
      else settle({ kind: result.value === 'cancelled' ? 'idle' : 'entered' });
      return result.ok;
    } catch (error) {
      reportError(error);
      settle({ kind: 'refused', problem: problemFromError(error) });
      return false;
    }
  };

  return {
    isBusy,
    microsoftPlace: state.kind === 'with-microsoft' ? state.place : null,
    problem: state.kind === 'refused' ? state.problem : null,
    signIn: async (credentials) => {
      if (isBusy || state.kind === 'with-microsoft') return false;
      return run({ kind: 'busy' }, async () => {
        const result = await appDesktop.signIn(credentials);
        return result.ok ? { ok: true, value: 'signed-in' } : result;
      });
    },
    signInWithMicrosoft: async (email, wanted) => {
      const place = rules.enforcedPlace ?? wanted;
      if (isBusy || (state.kind === 'with-microsoft' && state.place === (place ?? usualPlace))) return;
      await run({ kind: 'with-microsoft', place: place ?? usualPlace }, () =>
        appDesktop.signInWithMicrosoft({ email, place: place ?? null }),
      );
    },
    cancelMicrosoft: () => {
      currentTry.current += 1;
      setState({ kind: 'idle' });
      appDesktop.cancelMicrosoft().catch(reportError);
    },
  };
};
