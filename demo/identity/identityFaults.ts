import { z } from 'zod';

/** How the identity provider misbehaves. */
export const identityFaultSchema = z.enum([
  /** The account may not use the application. */
  'not-assigned',
  /** An administrator has to approve the application first. */
  'approval-needed',
  /** Signing in again works, renewing without the agent does not. */
  'second-factor',
  'refresh-token-dead',
  /** A page that says that this device won't do, as a customer's rules may demand. */
  'device-refused',
  /** The sign-in page, and what it answers, lead to a scheme that is not of the web. */
  'foreign-scheme',
  /** ID tokens that no platform may take. */
  'wrong-nonce',
  'wrong-tenant',
  'wrong-audience',
  'wrong-issuer',
  'expired',
  'foreign-key',
  'unsigned',
]);

export type IdentityFault = z.infer<typeof identityFaultSchema>;

/** Owns what is going wrong at the identity provider, on purpose. */
export class IdentityFaults {
  private fault: IdentityFault | null = null;

  get current(): IdentityFault | null {
    return this.fault;
  }

  /** Until the next one is set. Null: all is well. */
  set(fault: IdentityFault | null): void {
    this.fault = fault;
  }
}
