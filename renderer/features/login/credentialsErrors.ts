import { credentialsSchema, type Credentials } from '../../../shared/platform/auth';

/** What can be wrong with each field, each with its text under `login:fieldError`. */
export interface CredentialsErrors {
  readonly email: 'emailMissing' | 'emailInvalid' | null;
  readonly password: 'passwordMissing' | 'passwordTooLong' | null;
}

export const noCredentialsErrors: CredentialsErrors = { email: null, password: null };

const { email: emailSchema, password: passwordSchema } = credentialsSchema.shape;

/** What keeps these credentials from being sent, by the contract's own schema. */
export const findCredentialsErrors = ({ email, password }: Credentials): CredentialsErrors => ({
  email: emailSchema.safeParse(email).success ? null : email === '' ? 'emailMissing' : 'emailInvalid',
  password: passwordSchema.safeParse(password).success ? null : password === '' ? 'passwordMissing' : 'passwordTooLong',
});
