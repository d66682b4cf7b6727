import type { LoginMethod } from '../../../shared/state/loginRules';

/** What the platform answers about an e-mail's domain. */
export interface LoginOptions {
  readonly password: boolean;
  readonly microsoft: boolean;
  readonly selfManaged: boolean;
}

/** What the login screen offers. */
export interface LoginWays {
  readonly password: boolean;
  readonly microsoft: boolean;
  readonly isSelfManaged: boolean;
  /** The platform has a way in for this e-mail, and the policies of this computer do not allow it. */
  readonly isNotAllowedHere: boolean;
}

/**
 * The ways in for an e-mail. While nothing is known of it the password is offered: nobody waits for an answer in order to
 * type. It is offered, too, where the platform names no way at all, for then at least its refusal says why. What the
 * policies of this computer do not allow is never offered.
 *
 * @param allowed what the policies allow
 */
export const loginWays = (options: LoginOptions | null, allowed: readonly LoginMethod[]): LoginWays => {
  const mayUsePassword = allowed.includes('password');
  if (options === null) {
    return { password: mayUsePassword, microsoft: !mayUsePassword, isSelfManaged: false, isNotAllowedHere: false };
  }
  const hasPassword = !options.selfManaged && (options.password || !options.microsoft);
  const password = mayUsePassword && hasPassword;
  const microsoft = allowed.includes('microsoft') && options.microsoft;
  return {
    password,
    microsoft,
    isSelfManaged: options.selfManaged,
    isNotAllowedHere: !password && !microsoft && (hasPassword || options.microsoft),
  };
};
