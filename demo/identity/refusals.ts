import { randomUUID } from 'node:crypto';
import type { IdentityFault } from './identityFaults';

/** What Microsoft tells the client through the browser. */
export interface SignInRefusal {
  readonly error: string;
  readonly error_description: string;
}

interface Refusal {
  readonly error: string;
  readonly suberror?: string;
  readonly number: number;
  readonly text: string;
}

const unassigned = {
  number: 50105,
  text: 'Your administrator has configured the application to block users unless they are specifically granted access.',
} as const;

/** For the browser, after the right password. */
const signInRefusals: Partial<Readonly<Record<IdentityFault, Refusal>>> = {
  'not-assigned': { error: 'access_denied', ...unassigned },
  'approval-needed': {
    error: 'access_denied',
    number: 90094,
    text: 'The grant requires administrator permission, which this account does not have.',
  },
};

/** For the client itself, which wants new tokens for a refresh token. */
const renewalRefusals: Partial<Readonly<Record<IdentityFault, Refusal>>> = {
  'not-assigned': { error: 'invalid_grant', ...unassigned },
  'approval-needed': {
    error: 'invalid_grant',
    suberror: 'consent_required',
    number: 65001,
    text: 'The user or administrator has not consented to use the application.',
  },
  'second-factor': {
    error: 'interaction_required',
    suberror: 'basic_action',
    number: 50076,
    text: 'Due to a change made by your administrator, you must use multi-factor authentication.',
  },
  'refresh-token-dead': {
    error: 'invalid_grant',
    suberror: 'bad_token',
    number: 700082,
    text: 'The refresh token has expired due to inactivity.',
  },
};

const describe = ({ number, text }: Pick<Refusal, 'number' | 'text'>): string => `AADSTS${String(number)}: ${text}`;

const refusalToClient = (refusal: Pick<Refusal, 'error' | 'number' | 'text'>): SignInRefusal => ({
  error: refusal.error,
  error_description: describe(refusal),
});

/** The agent pressed `Cancelar`. */
export const declined = refusalToClient({
  error: 'access_denied',
  number: 65004,
  text: 'User declined to consent to access the app.',
});

/** The agent came back from the page that refuses the device. */
export const deviceRefused = refusalToClient({
  error: 'access_denied',
  number: 53000,
  text: 'Device is not in required device state: compliant. Conditional Access policy requires a compliant device.',
});

/** What the client is told in place of a code, or null. */
export const signInRefusal = (fault: IdentityFault | null): SignInRefusal | null => {
  const refusal = fault && signInRefusals[fault];
  return refusal ? refusalToClient(refusal) : null;
};

/** What a request to renew is answered with, status 400, or null. In the words and fields of Microsoft's. */
export const renewalRefusal = (fault: IdentityFault | null): Readonly<Record<string, unknown>> | null => {
  const refusal = fault && renewalRefusals[fault];
  if (!refusal) return null;
  const { error, suberror, number } = refusal;
  return {
    error,
    error_description: describe(refusal),
    error_codes: [number],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...(suberror === undefined ? {} : { suberror }),
  };
};
