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
}

/**
 * The ways in for an e-mail. While nothing is known of it the password is offered: nobody waits for an answer in order to
 * type. It is offered, too, where the platform names no way at all, for then at least its refusal says why.
 */
export const loginWays = (options: LoginOptions | null): LoginWays => {
  if (options === null) return { password: true, microsoft: false, isSelfManaged: false };
  const { password, microsoft, selfManaged } = options;
  return { password: !selfManaged && (password || !microsoft), microsoft, isSelfManaged: selfManaged };
};
