import * as z from 'zod/mini';
import type { MicrosoftFailure } from '../../../shared/state/microsoft';

/** What the agent is told, and a line to copy for whoever helps. */
export interface ClassifiedFailure {
  readonly failure: MicrosoftFailure;
  readonly detail: string;
}

const word = z.string().check(z.regex(/^\w{1,64}$/));

/** What Microsoft's library throws. Its messages quote the server, so of them only the number is taken. */
const errorSchema = z.object({
  errorCode: word,
  subError: z.catch(word, ''),
  errorMessage: z.catch(z.string(), ''),
  correlationId: z.catch(z.guid(), ''),
});

/**
 * One `errorCode` stands for several causes that ask for different help, so the number decides where it is one of these.
 * Microsoft may change them: a number that is not here falls back to the code.
 */
const byNumber: ReadonlyMap<string, MicrosoftFailure> = new Map(
  Object.entries({
    // The agent declined.
    65004: 'declined',
    // The account is not assigned to the application, or is not of this tenant.
    50105: 'not-assigned',
    50020: 'not-assigned',
    50034: 'not-assigned',
    90072: 'not-assigned',
    // Nobody has consented, or only an administrator may.
    65001: 'approval-needed',
    90094: 'approval-needed',
    90095: 'approval-needed',
    // The device has to show that the customer manages it, or conditional access wants another kind of client.
    50097: 'browser-needed',
    50129: 'browser-needed',
    50187: 'browser-needed',
    53000: 'browser-needed',
    53001: 'browser-needed',
    53002: 'browser-needed',
    53003: 'browser-needed',
    530001: 'browser-needed',
    530002: 'browser-needed',
    530003: 'browser-needed',
  } as const),
);

const byCode: ReadonlyMap<string, MicrosoftFailure> = new Map(
  Object.entries({
    access_denied: 'declined',
    consent_required: 'approval-needed',
    interaction_required: 'sign-in-again',
    login_required: 'sign-in-again',
    // With and without a sub-error, of a refresh token that has expired or was revoked.
    invalid_grant: 'sign-in-again',
    bad_token: 'sign-in-again',
    no_account_in_silent_request: 'sign-in-again',
    no_tokens_found: 'sign-in-again',
    refresh_token_expired: 'sign-in-again',
    // One code for no network, a certificate that is not trusted and an authority that does not exist.
    endpoints_resolution_error: 'unreachable',
    openid_config_error: 'unreachable',
    network_error: 'unreachable',
    temporarily_unavailable: 'unreachable',
  } as const),
);

/**
 * Why a sign-in came to nothing, from whatever was thrown. The line to copy holds codes only: no address, token or
 * e-mail, whatever the error's message says.
 */
export const classifyMicrosoftError = (error: unknown): ClassifiedFailure => {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return { failure: 'other', detail: 'unknown_error' };
  const { errorCode, subError, errorMessage, correlationId } = parsed.data;
  const number = /AADSTS(\d{4,8})\b/.exec(errorMessage)?.[1] ?? '';
  const failure = byNumber.get(number) ?? byCode.get(subError) ?? byCode.get(errorCode) ?? 'other';
  const parts = [errorCode, subError, number === '' ? '' : `AADSTS${number}`, correlationId];
  return { failure, detail: parts.filter((part) => part !== '').join(' · ') };
};
