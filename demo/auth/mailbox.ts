import { Signal } from '../base/signal';

/** `password-redefinition` is for somebody who has a password: from voice queues, or one that was forgotten. */
export type EmailTemplate = 'first-password' | 'password-redefinition';
export type EmailLanguage = 'pt-BR' | 'en';

/** An e-mail the platform has sent. Kept in memory only: the token in it opens an account. */
export interface SentEmail {
  readonly to: string;
  /** Whom it is to, as they are called. */
  readonly name: string;
  readonly template: EmailTemplate;
  readonly language: EmailLanguage;
  /** By the platform's clock, ISO 8601. */
  readonly at: string;
  readonly token: string;
}

const rememberedEmails = 1000;

/** Every e-mail sent, in order, as the people it went to would find it. */
export class Mailbox {
  readonly sent = new Signal<SentEmail>();
  private emails: readonly SentEmail[] = [];

  send(email: SentEmail): void {
    this.emails = [...this.emails, email].slice(-rememberedEmails);
    this.sent.send(email);
  }

  all(): readonly SentEmail[] {
    return this.emails;
  }
}
