import type { Clock } from '../base/clock';
import { toInstant } from '../base/instants';
import { ProblemError } from '../http/problemError';
import type { AgentAccount, Agents } from '../profile/agents';
import { addFailure, lockedUntil, noFailedLogins, type FailedLogins } from './lockOut';
import { isPassword } from './passwordHash';

/** How many e-mails' failures are remembered at once. */
const rememberedEmails = 10_000;

/**
 * Checks passwords. An e-mail without an account is refused, and locked, exactly like one with an account, and takes as
 * long: nobody learns here who works for the customer.
 */
export class PasswordLogin {
  private readonly failed = new Map<string, FailedLogins>();
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly agents: Agents,
    private readonly clock: Clock,
  ) {}

  /** The account that e-mail and password open. Throws `invalid-credentials` or `account-locked`. */
  check(email: string, password: string): Promise<AgentAccount> {
    const key = email.toLowerCase();
    // One attempt per e-mail at a time: guesses sent all at once would otherwise all pass before the first is counted.
    const attempt = (this.running.get(key) ?? Promise.resolve()).then(() => this.attempt(key, password));
    const settled = attempt.catch(() => undefined);
    this.running.set(key, settled);
    void settled.then(() => {
      if (this.running.get(key) === settled) this.running.delete(key);
    });
    return attempt;
  }

  /** Forgets the failures of an e-mail, as after a new password was set. */
  forgive(email: string): void {
    this.failed.delete(email.toLowerCase());
  }

  private async attempt(email: string, password: string): Promise<AgentAccount> {
    this.refuseWhileLocked(email);
    const account = this.agents.findByEmail(email);
    const hash = account?.login === 'password' ? account.passwordHash : null;
    if ((await isPassword(password, hash)) && account) {
      this.failed.delete(email);
      return account;
    }
    this.failed.set(email, addFailure(this.failed.get(email) ?? noFailedLogins, this.clock.now()));
    const oldest = this.failed.keys().next();
    if (this.failed.size > rememberedEmails && !oldest.done) this.failed.delete(oldest.value);
    this.refuseWhileLocked(email);
    throw new ProblemError({ code: 'invalid-credentials' });
  }

  private refuseWhileLocked(email: string): void {
    const until = lockedUntil(this.failed.get(email) ?? noFailedLogins, this.clock.now());
    if (until !== null) throw new ProblemError({ code: 'account-locked', until: toInstant(until) });
  }
}
