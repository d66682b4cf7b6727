/** An e-mail the platform has sent. Kept in memory only: the token in it opens an account. */
export interface SentEmail {
  readonly to: string;
  readonly template: 'password-reset';
  readonly language: 'pt-BR' | 'en';
  /** By the platform's clock, ISO 8601. */
  readonly at: string;
  readonly token: string;
}

const rememberedEmails = 1000;

/** Every e-mail sent, in order, as the people it went to would find it. */
export class Mailbox {
  private emails: readonly SentEmail[] = [];

  send(email: SentEmail): void {
    this.emails = [...this.emails, email].slice(-rememberedEmails);
  }

  all(): readonly SentEmail[] {
    return this.emails;
  }
}
