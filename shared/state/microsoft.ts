import * as z from 'zod/mini';

/**
 * Why a sign-in with Microsoft came to nothing, as far as the agent can do something different about it. What Microsoft
 * called it goes beside it, to be copied for whoever helps.
 */
export const microsoftFailureSchema = z.enum([
  /** The agent said no on Microsoft's page. */
  'declined',
  /** The account is not assigned to this application. */
  'not-assigned',
  /** An administrator of the customer has to approve the application first. */
  'approval-needed',
  /** Microsoft wants something more of the agent (a second factor, a new password): sign in again. */
  'sign-in-again',
  /** The customer demands a device or a passkey that a window of this app can't show: the system's browser can. */
  'browser-needed',
  'unreachable',
  'took-too-long',
  /** The platform does not take Microsoft's token. */
  'token-refused',
  /** The account is Microsoft's, but no agent of the platform's. */
  'unknown-account',
  'other',
]);

/** Where the agent signs in: a window of this app, or the system's browser. */
export const microsoftPlaceSchema = z.enum(['popup', 'browser']);

export type MicrosoftFailure = z.infer<typeof microsoftFailureSchema>;
export type MicrosoftPlace = z.infer<typeof microsoftPlaceSchema>;
