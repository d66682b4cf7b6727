import type { Language } from '../../../shared/state/settings';
import { succeed, type Result } from '../../../shared/state/problem';
import type { Platform } from '../platform/platform';

/** The ways to log in that the login screen offers. */
export interface OfferedLogins {
  readonly password: boolean;
  readonly microsoft: boolean;
  /** The agent's group manages its own accounts: no password here, and no reset. */
  readonly selfManaged: boolean;
}

export interface LoginQuestionsOptions {
  readonly platform: Platform;
  /** The interface's language at this moment. */
  readonly language: () => Language;
}

/** What somebody who is not logged in may ask the platform. */
export class LoginQuestions {
  readonly #options: LoginQuestionsOptions;

  constructor(options: LoginQuestionsOptions) {
    this.#options = options;
  }

  /** How the e-mail's domain may log in. What Microsoft's library is configured with stays in main. */
  async readOptions(email: string): Promise<Result<OfferedLogins>> {
    const answer = await this.#options.platform.call('readLoginOptions', { body: { email } });
    if (!answer.ok) return answer;
    const { password, microsoft, selfManaged } = answer.value;
    return succeed({ password, microsoft: microsoft !== null, selfManaged });
  }

  /** Asks for the e-mail with a link, in the interface's language. Never tells whether there is such an account. */
  async requestPasswordLink(email: string): Promise<Result<undefined>> {
    const { platform, language } = this.#options;
    const answer = await platform.call('requestPasswordReset', { body: { email, language: language() } });
    return answer.ok ? succeed(undefined) : answer;
  }
}
