import type { JWTVerifyGetKey } from 'jose';
import type { MicrosoftApplication } from '../../shared/platform/auth';

/** The customer's identity provider, as its administrator has set it up at the platform. */
export interface MicrosoftProvider {
  readonly application: MicrosoftApplication;
  readonly tenantId: string;
  /** What its ID tokens name as their issuer. */
  readonly issuer: string;
  /** How to find the key that an ID token names; keys are fetched when one is asked for. */
  loadKeys(): Promise<JWTVerifyGetKey>;
}
