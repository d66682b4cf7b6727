import { microsoftPlaceBy, type LoginRules } from '../../../shared/state/loginRules';
import type { MicrosoftPlace } from '../../../shared/state/microsoft';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import type { MicrosoftSignIn } from '../microsoft/microsoftSignIn';
import type { SettingsService } from '../settings/settingsService';
import type { SessionService } from './sessionService';

export interface MicrosoftLoginOptions {
  readonly microsoft: Pick<MicrosoftSignIn, 'signIn' | 'cancel'>;
  readonly session: Pick<SessionService, 'state' | 'adopt' | 'onDidSignIn'>;
  readonly settings: Pick<SettingsService, 'state' | 'change'>;
  readonly rules: LoginRules;
}

/** Logs in with Microsoft: from the login screen, or over an expired session. */
export class MicrosoftLogin {
  readonly #options: MicrosoftLoginOptions;
  /** The window of this app would not do, so if the browser does, it is where the next sign-in goes. */
  #isBrowserNeeded = false;

  constructor(options: MicrosoftLoginOptions) {
    this.#options = options;
    // By password, meanwhile: nobody waits for Microsoft any more.
    options.session.onDidSignIn(() => {
      options.microsoft.cancel();
    });
  }

  /** @param place null: where the settings say; a policy overrules both */
  async signIn(email: string, place: MicrosoftPlace | null): Promise<Result<'signed-in' | 'cancelled'>> {
    const { microsoft, session, settings, rules } = this.#options;
    const { kind } = session.state.value;
    if (kind !== 'signed-out' && kind !== 'expired') return fail({ kind: 'refused', code: 'already-signed-in' });
    if (!rules.methods.includes('microsoft')) return fail({ kind: 'refused', code: 'login-method-not-allowed' });
    const chosen = rules.enforcedPlace ?? place ?? microsoftPlaceBy(rules, settings.state.value.microsoftPlace);
    const answer = await microsoft.signIn({ email, place: chosen });
    if (!answer.ok) {
      this.#isBrowserNeeded ||=
        answer.problem.kind === 'microsoft-sign-in' && answer.problem.failure === 'browser-needed';
      return answer;
    }
    if (answer.value === null) return succeed('cancelled');
    const entered = await session.adopt(answer.value.email, answer.value.tokens, 'microsoft');
    if (!entered.ok) return entered;
    if (chosen === 'browser' && this.#isBrowserNeeded) settings.change({ microsoftPlace: 'browser' });
    this.#isBrowserNeeded = false;
    return succeed('signed-in');
  }

  cancel(): void {
    this.#options.microsoft.cancel();
  }
}
